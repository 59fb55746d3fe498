"""What people send about ties."""

from django import forms


class ActorForm(forms.Form):
    """Whom it is about, and where to go afterwards."""

    actor = forms.IntegerField(min_value=1, max_value=(1 << 63) - 1)
    next = forms.CharField(required=False, max_length=500)
