"""topics.toml: a slip is told at its line and spoils no other entry."""

import pytest

from quizengine.item.topics import Topic, read_topics

TOPICS = (
    "# the course\n[slope]\ntitle = 'Slopes'\nsays = 'Of curves.'\n[area]\ntitle = 'Areas'\nsays = 'Below curves.'\n"
)


def test_topics_stand_in_the_order_of_the_file():
    topics, findings = read_topics(TOPICS)
    assert findings == ()
    assert list(topics.values()) == [Topic("slope", "Slopes", "Of curves."), Topic("area", "Areas", "Below curves.")]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("[area]", "[Area]", 5, "'Area' is no topic name; use small letters, digits and hyphens"),
        ("title = 'Areas'", "titel = 'Areas'", 6, "[area]: unknown key 'titel'; did you mean 'title'?"),
        ("title = 'Areas'", "", 5, "[area] needs title = '…'"),
        ("title = 'Areas'", "title = 3", 6, "[area] needs title = '…'"),
        ("says = 'Below curves.'", "says = ' '", 7, "[area] needs says = '…', one sentence on what is learned there"),
        ("'Areas'", f"'{'x' * 61}'", 6, "a title has at most 60 characters"),
        ("[area]\ntitle = 'Areas'\nsays = 'Below curves.'\n", "[[area]]\n", 5, "'area' is no topic; write [area]"),
    ],
)
def test_a_slip(old, new, line, message):
    topics, findings = read_topics(TOPICS.replace(old, new))
    assert list(topics) == ["slope"]
    assert [at for at, told in findings if message in told] == [line], findings


def test_what_is_no_toml():
    assert [line for line, _ in read_topics("slope: x")[1]] == [1]
