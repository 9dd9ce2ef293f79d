"""A real browser without a window, for tests of pages; they are skipped where there is none."""

import shutil
from contextlib import contextmanager

import pytest

import workflow

NAMES = ("chromium", "chromium-browser", "google-chrome")
PAGE = workflow.ROOT / "figures" / "evidence.html"
DESKTOP, PHONE = {"width": 1400, "height": 900}, {"width": 390, "height": 844}


@contextmanager
def browser():
    """Chromium of the system, driven by Playwright."""
    api = pytest.importorskip("playwright.sync_api", reason="needs the package playwright")
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("needs Chromium (Debian: apt install chromium)")
    with api.sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])


# The contrast of every text on a page with what is behind it, as WCAG computes it.
FAINT = """
(least) => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
  const parse = (colour) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return {rgb: [r, g, b], alpha: a / 255};
  };
  const light = (rgb) => {
    const line = (v) => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
    const [r, g, b] = rgb.map((v) => line(v / 255));
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const found = parse(getComputedStyle(at).backgroundColor);
      if (found.alpha > .99) return found.rgb;
    }
    return [255, 255, 255];
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement, text = walker.currentNode.textContent.trim();
    if (!text || element.closest("svg, script, style") || !element.checkVisibility()) continue;
    const [one, other] = [parse(getComputedStyle(element).color).rgb, behind(element)].map(light);
    const contrast = (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
    if (contrast < least) faint.push([text.slice(0, 30), contrast]);
  }
  return faint;
}
"""
