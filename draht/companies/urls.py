"""Addresses of companies. Included at the root.

The page itself, `companies:page`, shows rooms above this one: draht/config/urls.py adds it from `pages`. What is not
about one page stands under `company/`, so that no company's handle is in its way.
"""

from django.urls import path

from draht.companies.views import cases, desk, directory, mandates, page, people, proof, quiet, team, watch

app_name = "companies"
urlpatterns = [
    path("companies/", directory.directory, name="directory"),
    path("company/new/", page.begin, name="begin"),
    path("company/claims/", desk.desk, name="desk"),
    path("company/claims/<int:claim>/", desk.decision, name="decision"),
    path("company/letters/<str:token>/", proof.letter, name="letter"),
    path("company/invitations/<int:invitation>/", team.invitation, name="invitation"),
    path("company/invitations/<int:invitation>/refusal/", team.decline, name="decline"),
    path("company/stations/<int:station>/", people.employer, name="employer"),
    path("company/mandates/<int:mandate>/", mandates.mandate, name="mandate"),
    path("company/mandates/<int:mandate>/acceptance/", mandates.accept, name="accept_mandate"),
    path("company/mandates/<int:mandate>/end/", mandates.end, name="end_mandate"),
    path("company/mandates/<int:mandate>/words/", mandates.handover, name="handover_words"),
    path("companies/<slug:handle>/mandates/", mandates.mandates, name="mandates"),
    path("companies/<slug:handle>/mandates/new/<slug:member>/", mandates.offer, name="offer_mandate"),
    path("companies/<slug:handle>/edit/<slug:section>/", page.edit, name="edit"),
    path("companies/<slug:handle>/edit/<slug:section>/shown/", page.shown_section, name="shown_section"),
    path("companies/<slug:handle>/places/<int:entry>/", page.place, name="place"),
    path("companies/<slug:handle>/places/<int:entry>/removal/", page.remove_place, name="remove_place"),
    path("companies/<slug:handle>/logo/", page.logo, name="logo"),
    path("companies/<slug:handle>/logo/removal/", page.remove_logo, name="remove_logo"),
    path("companies/<slug:handle>/publication/", page.publish, name="publish"),
    path("companies/<slug:handle>/withdrawal/", page.withdraw, name="withdraw"),
    path("companies/<slug:handle>/team/quiet-hours/", quiet.quiet, name="quiet"),
    path("companies/<slug:handle>/team/", team.team, name="team"),
    path("companies/<slug:handle>/team/departure/", team.leave, name="leave"),
    path("companies/<slug:handle>/team/new/<slug:member>/", team.invite, name="invite"),
    path("companies/<slug:handle>/team/roles/<slug:member>/", team.roles, name="roles"),
    path(
        "companies/<slug:handle>/team/invitations/<int:invitation>/removal/",
        team.withdraw_invitation,
        name="withdraw_invitation",
    ),
    path("companies/<slug:handle>/cases/", cases.cases, name="cases"),
    path("companies/<slug:handle>/watch/", watch.watch, name="watch"),
    path("companies/<slug:handle>/log/", team.log, name="log"),
    path("companies/<slug:handle>/people/", people.people, name="people"),
    path("companies/<slug:handle>/people/<int:station>/confirmation/", people.confirm, name="confirm"),
    path("companies/<slug:handle>/people/<int:station>/refusal/", people.refuse, name="refuse"),
    path("companies/<slug:handle>/people/<int:station>/end/", people.end, name="end"),
    path("companies/<slug:handle>/employment/", people.employment, name="employment"),
    path("companies/<slug:handle>/proof/", proof.proof, name="proof"),
    path("companies/<slug:handle>/proof/mail/", proof.mail, name="proof_mail"),
    path("companies/<slug:handle>/proof/word/", proof.word, name="proof_word"),
    path("companies/<slug:handle>/proof/<slug:kind>/look/", proof.look, name="look"),
    path("companies/<slug:handle>/claim/", proof.claim, name="claim"),
]
