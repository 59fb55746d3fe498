"""What each address answers to whom: one table. A new address without a line here fails a test.

The five numbers are the answers to a visitor, a stranger, a contact, the owner, and the host as a stranger. Where an
address is about nobody's thing, the stranger, the contact and the owner are three members like any other.
"""

from dataclasses import dataclass

COLUMNS = ("visitor", "stranger", "contact", "own", "host")
# Statements to the database: what the page of a busy member may cost.
QUERIES = 30


@dataclass(frozen=True)
class Line:
    """An address, its answers, and what it is about if it is about something."""

    name: str
    answers: tuple[int, ...]
    of: str = ""

    @property
    def shows_examples(self) -> bool:
        """Whether what it shows is no page of ours to judge: invented people, a mail as it was sent, a program."""
        return self.name.startswith("ui:") or self.name in {"demo:mail", "giveaways:script"}

    @property
    def tells_all(self) -> bool:
        """Whether this is a door of development, where everybody may become anybody, or an example."""
        return self.name.startswith(("demo:", "ui:"))

    def __str__(self) -> str:
        return f"{self.name} of {self.of}" if self.of else self.name


def _lines(table: str, of: str = "") -> list[Line]:
    rows = (line.split() for line in table.strip().splitlines() if line.strip())
    return [Line(name, tuple(map(int, answers)), of) for name, *answers in rows]


#                                            visitor stranger contact owner host
TABLE: list[Line] = [
    *_lines(
        """
        home                                     200 200 200 200 200
        health                                   503 503 503 503 503
        pages:about                              200 200 200 200 200
        pages:help                               200 200 200 200 200
        pages:privacy                            200 200 200 200 200
        pages:imprint                            200 200 200 200 200
        feed:new                                 302 200 200 200 200
        notifications:list                       302 200 200 200 200
        notifications:count                      302 200 200 200 200
        notifications:choices                    302 200 200 200 200
        notifications:read                       405 405 405 405 405
        ties:list                                302 200 200 200 200
        companies:directory                      200 200 200 200 200
        companies:begin                          302 200 200 200 200
        companies:desk                           302 403 403 403 200
        moderation:desk                          302 403 403 403 200
        ties:follow                              405 405 405 405 405
        ties:unfollow                            405 405 405 405 405
        ties:mute                                405 405 405 405 405
        ties:unmute                              405 405 405 405 405
        ties:block                               302 404 404 404 404
        ties:unblock                             405 405 405 405 405
        contacts:list                            302 200 200 200 200
        contacts:former                          302 200 200 200 200
        contacts:reach                           302 200 200 200 200
        contacts:requests                        302 200 200 200 200
        contacts:sent                            302 200 200 200 200
        members:directory                        302 200 200 200 200
        members:suggest                          302 200 200 200 200
        members:own_profile                      302 303 303 303 303
        members:name                             302 200 200 200 200
        members:portrait                         302 200 200 200 200
        members:remove_portrait                  405 405 405 405 405
        members:card                             302 200 200 200 200
        posts:publish                            302 200 200 200 200
        enquiries:own                            302 200 200 200 200
        outbox:desk                              302 403 403 403 200
        outbox:failed_jobs                       302 403 403 403 405
        demo:sign_in                             200 200 200 200 200
        demo:mails                               200 200 200 200 200
        ui:patterns                              200 200 200 200 200
        ui:example_home                          200 200 200 200 200
        ui:example_people                        200 200 200 200 200
        ui:example_new                           200 200 200 200 200
        ui:example_door                          200 200 200 200 200
        ui:example_error                         200 200 200 200 200
        """
    ),
    # The account. Ben has an app for codes, Ada a passkey; all have just proved who they are.
    *_lines(
        """
        language                                 405 405 405 405 405
        accounts:settings                        302 200 200 200 200
        accounts:waiting                         200 200 200 200 200
        accounts:closure                         302 200 200 200 200
        accounts:invitations                     302 200 200 200 200
        accounts:invitation_links                405 405 405 405 405
        accounts:house_rules                     200 200 200 200 200
        accounts:acknowledge                     302 303 303 303 303
        accounts:new_house_rules                 302 403 403 403 200
        accounts:desk                            302 403 403 403 200
        portability:takeaway                     302 200 200 200 200
        portability:archive                      302 404 404 404 404
        usersessions_list                        302 200 200 200 200
        account_login                            200 302 302 302 302
        account_logout                           302 200 200 200 200
        account_inactive                         200 200 200 200 200
        account_signup                           200 302 302 302 302
        account_reauthenticate                   302 200 200 200 200
        account_email                            302 200 200 200 200
        account_email_verification_sent          200 200 200 200 200
        account_change_password                  302 200 200 200 200
        account_set_password                     302 302 302 302 302
        account_reset_password                   200 200 200 200 200
        account_reset_password_done              200 200 200 200 200
        account_reset_password_from_key_done     200 200 200 200 200
        account_confirm_login_code               302 302 302 302 302
        mfa_index                                302 200 200 200 200
        mfa_authenticate                         302 302 302 302 302
        mfa_reauthenticate                       302 302 200 302 302
        mfa_activate_totp                        302 200 302 200 200
        mfa_deactivate_totp                      302 404 200 404 404
        mfa_view_recovery_codes                  302 404 200 404 404
        mfa_generate_recovery_codes              302 200 200 200 200
        mfa_download_recovery_codes              302 404 200 404 404
        mfa_list_webauthn                        302 200 200 200 200
        mfa_add_webauthn                         302 200 200 200 200
        mfa_reauthenticate_webauthn              302 302 302 200 302
        mfa_login_webauthn                       302 302 302 302 302
        """
    ),
    *_lines("accounts:device                     405 405 405 405 405", of="devices"),
    *_lines("accounts:sign_in_link               200 200 200 200 200", of="sign-in links"),
    *_lines("accounts:withdrawal                 405 405 405 405 405", of="invitations"),
    *_lines(
        """
        accounts:invitation                      200 200 200 200 200
        accounts:another_invitation              405 405 405 405 405
        accounts:no_invitations                  200 200 200 200 200
        """,
        of="invitation tokens",
    ),
    *_lines(
        """
        accounts:approval                        405 405 405 405 405
        accounts:refusal                         302 403 403 403 200
        """,
        of="waiting",
    ),
    *_lines("account_confirm_email               200 200 200 200 200", of="confirmation keys"),
    *_lines("account_reset_password_from_key     302 302 302 302 302", of="reset keys"),
    *_lines(
        """
        mfa_remove_webauthn                      302 404 404 200 404
        mfa_edit_webauthn                        302 404 404 200 404
        """,
        of="passkeys",
    ),
    # People.
    *_lines("members:profile                    200 200 200 200 200", of="members"),
    *_lines(
        """
        contacts:ask                             302 200 303 200 200
        contacts:contact                         302 404 200 404 404
        contacts:card_file                       302 404 200 404 404
        contacts:end                             302 404 200 404 404
        contacts:releases                        405 405 405 405 405
        contacts:tags                            405 405 405 405 405
        contacts:notes                           405 405 405 405 405
        """,
        of="members",
    ),
    *_lines(
        """
        contacts:accept                          302 404 404 200 404
        contacts:decline                         405 405 405 405 405
        contacts:pitch                           405 405 405 405 405
        contacts:block                           302 404 404 200 404
        """,
        of="received requests",
    ),
    *_lines("contacts:withdraw                  405 405 405 405 405", of="sent requests"),
    *_lines("contacts:delete_note               405 405 405 405 405", of="notes"),
    *_lines("contacts:release_to_holders        302 404 404 200 404", of="reaches"),
    *_lines(
        """
        members:section                          302 200 200 200 200
        members:shown_section                    302 303 303 303 303
        members:audience                         405 405 405 405 405
        """,
        of="sections",
    ),
    *_lines(
        """
        members:entry                            302 404 404 200 404
        members:remove_entry                     405 405 405 405 405
        """,
        of="entries",
    ),
    *_lines("members:new_field                  302 200 200 200 200", of="card kinds"),
    *_lines(
        """
        members:field                            302 404 404 200 404
        members:remove_field                     405 405 405 405 405
        members:move_field                       405 405 405 405 405
        """,
        of="card fields",
    ),
    *_lines("members:preview_card               405 405 405 405 405", of="previews"),
    *_lines("media:picture                      200 200 200 200 200", of="pictures"),
    # Companies. The walkers' own is where one of them is the owner; to the others they are strangers.
    *_lines("companies:page                     200 200 200 200 200", of="companies"),
    *_lines(
        """
        insights:end_goal                        405 405 405 405 405
        insights:add_target                      405 405 405 405 405
        """,
        of="goals",
    ),
    *_lines("insights:remove_target              405 405 405 405 405", of="targets of goals"),
    *_lines("companies:cases                    200 200 200 200 200", of="companies"),
    *_lines("pages:company_feed                 200 200 200 200 200", of="companies"),
    *_lines(
        """
        companies:claim                          302 200 200 200 200
        companies:team                           302 403 403 200 403
        companies:watch                          302 403 403 200 403
        companies:quiet                          302 403 403 200 403
        conduct:rules                            302 403 403 200 403
        conduct:write                            302 403 403 200 403
        insights:figures                         302 403 403 200 403
        insights:csv                             302 403 403 200 403
        insights:pdf                             302 403 403 200 403
        insights:goals                           302 403 403 200 403
        insights:serve                           405 405 405 405 405
        insights:professions                     405 405 405 405 405
        companies:log                            302 403 403 200 403
        companies:people                         302 403 403 200 403
        companies:mandates                       302 403 403 200 403
        newsroom:drafts                          302 403 403 200 403
        newsroom:calendar                        302 403 403 200 403
        newsroom:write_post                      302 403 403 200 403
        newsroom:write_article                   302 403 403 200 403
        companies:proof                          302 403 403 200 403
        companies:logo                           302 403 403 200 403
        companies:leave                          302 403 403 200 403
        companies:remove_logo                    405 405 405 405 405
        companies:publish                        405 405 405 405 405
        companies:withdraw                       405 405 405 405 405
        companies:proof_mail                     405 405 405 405 405
        companies:proof_word                     405 405 405 405 405
        """,
        of="owned companies",
    ),
    *_lines(
        """
        companies:edit                           302 403 403 200 403
        companies:shown_section                  302 403 403 303 403
        """,
        of="company sections",
    ),
    *_lines(
        """
        companies:place                          302 403 403 200 403
        companies:remove_place                   405 405 405 405 405
        """,
        of="company places",
    ),
    *_lines(
        """
        conduct:version                          302 403 403 200 403
        conduct:acknowledge                      405 405 405 405 405
        """,
        of="earlier house rules",
    ),
    *_lines("companies:look                     405 405 405 405 405", of="proof kinds"),
    *_lines("companies:invite                   302 403 403 200 403", of="people to invite"),
    *_lines("companies:offer_mandate            302 403 403 200 403", of="people to invite"),
    *_lines(
        """
        companies:mandate                        302 404 404 200 404
        companies:accept_mandate                 405 405 405 405 405
        companies:end_mandate                    405 405 405 405 405
        companies:handover_words                 405 405 405 405 405
        """,
        of="mandates",
    ),
    *_lines("pages:handover                     302 404 404 200 404", of="handover files"),
    *_lines(
        """
        newsroom:draft                           302 404 404 200 404
        newsroom:publish                         405 405 405 405 405
        newsroom:unplan                          405 405 405 405 405
        newsroom:return                          405 405 405 405 405
        newsroom:withdraw                        405 405 405 405 405
        """,
        of="drafts of caretakers",
    ),
    *_lines("newsroom:change                    302 404 404 403 404", of="drafts of caretakers"),
    *_lines(
        """
        newsroom:draft                           302 404 404 200 404
        newsroom:change                          302 404 404 200 404
        """,
        of="own drafts",
    ),
    *_lines("companies:roles                    302 403 403 200 403", of="team roles"),
    *_lines("companies:withdraw_invitation      405 405 405 405 405", of="team invitations"),
    *_lines(
        """
        companies:end                            302 403 403 200 403
        companies:confirm                        405 405 405 405 405
        companies:refuse                         405 405 405 405 405
        """,
        of="company stations",
    ),
    *_lines("companies:employment               302 404 404 200 404", of="employments"),
    *_lines("companies:employer                 302 404 404 200 404", of="stations"),
    *_lines("companies:invitation               302 404 404 200 404", of="received team invitations"),
    *_lines("companies:decline                  405 405 405 405 405", of="received team invitations"),
    *_lines("companies:letter                   302 404 404 200 404", of="letters"),
    *_lines("companies:decision                 302 403 403 403 200", of="page claims"),
    # Posts.
    *_lines(
        """
        posts:post                               200 200 200 200 200
        posts:versions                           200 200 200 200 200
        posts:likes                              200 200 200 200 200
        posts:recommendations                    200 200 200 200 200
        posts:recommend                          302 200 200 403 200
        posts:edit                               302 404 404 200 404
        posts:delete                             302 404 404 200 404
        posts:share                              200 200 200 200 200
        posts:like                               405 405 405 405 405
        posts:unlike                             405 405 405 405 405
        posts:withdraw                           405 405 405 405 405
        posts:comments                           405 405 405 405 405
        """,
        of="open posts",
    ),
    *_lines(
        """
        posts:post                               200 200 200 200 200
        posts:recommend                          302 200 200 200 200
        posts:edit                               302 404 404 200 404
        posts:delete                             302 404 404 200 404
        """,
        of="posts of companies",
    ),
    *_lines("posts:picture                      200 200 200 200 200", of="pictures of posts"),
    *_lines("pages:member_feed                  200 200 200 200 200", of="public profiles"),
    *_lines("insights:trail                     302 404 404 200 404", of="posts not passed on"),
    *_lines(
        """
        posts:post                               404 200 200 200 200
        posts:versions                           404 200 200 200 200
        posts:likes                              404 200 200 200 200
        posts:recommendations                    404 200 200 200 200
        posts:recommend                          302 200 200 403 200
        """,
        of="member posts",
    ),
    *_lines(
        """
        posts:post                               404 404 200 200 404
        posts:versions                           404 404 200 200 404
        posts:likes                              404 404 200 200 404
        posts:recommendations                    404 404 200 200 404
        posts:recommend                          302 404 403 403 404
        """,
        of="contact posts",
    ),
    *_lines(
        """
        posts:comment                            200 200 200 200 200
        posts:comment_likes                      200 200 200 200 200
        posts:like_comment                       405 405 405 405 405
        posts:unlike_comment                     405 405 405 405 405
        """,
        of="open comments",
    ),
    *_lines(
        """
        posts:comment                            404 200 200 200 200
        posts:comment_likes                      404 200 200 200 200
        """,
        of="member comments",
    ),
    *_lines(
        """
        posts:comment                            404 404 200 200 404
        posts:comment_likes                      404 404 200 200 404
        """,
        of="contact comments",
    ),
    *_lines(
        """
        posts:edit_comment                       302 404 404 200 404
        posts:delete_comment                     302 404 404 200 404
        """,
        of="own comments",
    ),
    *_lines("posts:case                         302 404 404 200 404", of="criticism"),
    *_lines("posts:hiding                       302 404 404 200 404", of="comments to companies"),
    *_lines("moderation:appeal                  302 404 404 200 404", of="appeals made"),
    *_lines("moderation:decision                302 403 403 403 200", of="appeals"),
    *_lines("posts:topic                        200 200 200 200 200", of="topics"),
    *_lines("feed:why                           302 404 200 200 404", of="quiet posts"),
    # Giveaways. Ada's company has a draft, an open one and one that is drawn.
    *_lines("giveaways:script                   200 200 200 200 200"),
    *_lines("giveaways:list                     200 200 200 200 200", of="giving companies"),
    *_lines("giveaways:build                    302 404 404 200 404", of="own companies"),
    *_lines(
        """
        giveaways:giveaway                       200 200 200 200 200
        giveaways:draw                           200 200 200 200 200
        giveaways:proof                          200 200 200 200 200
        giveaways:terms                          200 200 200 200 200
        giveaways:enter                          405 405 405 405 405
        giveaways:withdraw                       405 405 405 405 405
        giveaways:win                            302 303 303 303 303
        giveaways:decline                        405 405 405 405 405
        """,
        of="started giveaways",
    ),
    *_lines(
        """
        giveaways:giveaway                       404 404 404 200 404
        giveaways:draw                           404 404 404 404 404
        giveaways:edit                           302 404 404 200 404
        giveaways:start                          405 405 405 405 405
        giveaways:delete                         302 404 404 200 404
        """,
        of="drafts of giveaways",
    ),
    *_lines("giveaways:call_off                 302 404 404 200 404", of="open giveaways"),
    *_lines(
        """
        giveaways:value                          302 404 404 303 404
        giveaways:team                           302 404 404 200 404
        """,
        of="drawn giveaways",
    ),
    *_lines("notifications:notice               302 404 404 303 404", of="notices"),
    *_lines("notifications:no_mail              200 200 200 200 200", of="links against mail"),
    # Enquiries to a company of Ada's.
    *_lines(
        """
        enquiries:ask                            200 200 200 302 200
        enquiries:sent                           200 200 200 200 200
        enquiries:inbox                          302 404 404 200 404
        enquiries:desk                           302 404 404 200 404
        enquiries:saved_answers                  302 404 404 200 404
        """,
        of="asked companies",
    ),
    *_lines(
        """
        enquiries:saved_answer                   302 404 404 200 404
        enquiries:delete_saved_answer            405 405 405 405 405
        """,
        of="saved answers",
    ),
    *_lines(
        """
        enquiries:enquiry                        302 404 404 200 404
        enquiries:questions                      405 405 405 405 405
        enquiries:end                            405 405 405 405 405
        enquiries:answers                        405 405 405 405 405
        enquiries:notes                          405 405 405 405 405
        enquiries:assignment                     405 405 405 405 405
        enquiries:closure                        405 405 405 405 405
        """,
        of="enquiries",
    ),
    *_lines(
        """
        enquiries:guest                          200 200 200 200 200
        enquiries:guest_questions                405 405 405 405 405
        enquiries:guest_end                      405 405 405 405 405
        """,
        of="guests’ links",
    ),
    *_lines("demo:mail                          200 200 200 200 200", of="mails"),
    *_lines("outbox:job                         302 403 403 403 405", of="failed jobs"),
]
