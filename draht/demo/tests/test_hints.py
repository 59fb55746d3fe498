"""What the trade says every day raises hardly a hint."""

from draht.demo.reading import load
from draht.hints.finding import hints_in


def test_fewer_than_two_in_a_hundred_posts_of_the_trade_raise_a_false_alarm() -> None:
    said = [text for thread in load().threads for text in (thread.text, *(remark.text for remark in thread.talk))]
    texts = [words[language] for words in said for language in ("de", "en")]
    alarms = [text for text in texts if hints_in(text, region="DE")]
    assert len(texts) > 2_000
    assert len(alarms) / len(texts) < 0.02, alarms
    assert len(alarms) <= 4, alarms
