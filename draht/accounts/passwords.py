"""How passwords are stored."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class OwaspArgon2(Argon2PasswordHasher):
    """Argon2id with the parameters of the OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. A sign-in
    costs a tenth of the library's default, so that a small machine stays quick while many sign in."""

    memory_cost = 19456
    time_cost = 2
    parallelism = 1
