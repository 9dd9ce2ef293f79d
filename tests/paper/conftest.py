"""The page of the evidence in a real browser."""

import chromium
import pytest
from chromium import DESKTOP, PAGE


@pytest.fixture(scope="module")
def chrome():
    """The browser."""
    with chromium.browser() as found:
        yield found


@pytest.fixture
def visit(chrome):
    """Open the page at an address; errors of its script and requests for other files fail."""
    wrong, pages = [], []

    def _visit(address="", size=DESKTOP):
        page = chrome.new_page(viewport=size)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text))
        page.on("request", lambda request: wrong.append(request.url))
        page.goto(f"{PAGE.as_uri()}#{address}")
        pages.append(page)
        return page

    yield _visit
    for page in pages:
        page.close()
    own = (PAGE.as_uri(), "data:,")
    assert [text for text in wrong if not text.startswith(own)] == []
