"""How the first urLink saved links, rebuilt from what its public source did.

Whole pages, BeautifulSoup, then a blocking request for the image and one for the icon, and one
link stored after another. `parallel`: pages are asked for all at once, as it did in the end;
`sequence`: one after another, as it did before.

Speaks with tests/bench/save/crawlers.js: a line `{}` when ready, a line of urls in, a line out.
"""

import asyncio
import json
import os
import socket
import sqlite3
import sys
import tempfile
import time
from urllib.parse import urlsplit

import aiohttp
import requests
from bs4 import BeautifulSoup

TIMEOUT = 5
LONGEST = 500
HEADERS = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/80.0"}
NO_TITLE = "The title could not be read."
NO_DESCRIPTION = "The text could not be read."


def find_the_test_hosts():
    """Names under .test are this machine."""
    look_up = socket.getaddrinfo

    def look_up_here(host, *rest, **named):
        name = host.decode() if isinstance(host, bytes) else host
        return look_up("127.0.0.1" if name and name.endswith(".test") else host, *rest, **named)

    socket.getaddrinfo = look_up_here


def fetch(url):
    try:
        return requests.get(url, headers=HEADERS, timeout=TIMEOUT).text
    except requests.RequestException:
        return None


async def fetch_all(urls):
    timeout = aiohttp.ClientTimeout(total=TIMEOUT)
    async with aiohttp.ClientSession(timeout=timeout, headers=HEADERS) as session:

        async def fetch_one(url):
            try:
                async with session.get(url) as response:
                    return await response.text(errors="replace")
            except (aiohttp.ClientError, asyncio.TimeoutError):
                return None

        return await asyncio.gather(*(fetch_one(url) for url in urls))


def is_image(url):
    try:
        answer = requests.get(url, headers=HEADERS)
    except requests.RequestException:
        return False
    return answer.headers.get("Content-Type", "").startswith("image/")


def served_here(kind, page):
    """Where the image or the icon of a page would be, which is elsewhere in truth."""
    parts = urlsplit(page)
    number = parts.path.rsplit("/", 1)[-1]
    return f"{parts.scheme}://{parts.netloc}/{kind}/{number}"


def content_of(soup, name, *attributes):
    for attribute in attributes:
        tag = soup.find("meta", attrs={attribute: name})
        content = tag.get("content", "").strip() if tag else ""
        if content:
            return content
    return None


def read(url, html):
    soup = BeautifulSoup(html, "html.parser")
    title = soup.title.get_text().strip() if soup.title else None
    if soup.title is None:
        title = content_of(soup, "title", "name") or content_of(soup, "og:title", "property")
    description = content_of(soup, "description", "name")
    description = description or content_of(soup, "og:description", "property")
    image = content_of(soup, "og:image", "property")
    image = image or content_of(soup, "twitter:image", "name", "property")
    icon = soup.find("link", rel="shortcut icon") or soup.find("link", rel="icon")
    image = image and served_here("image", url)
    icon = icon and icon.get("href") and served_here("icon", url)
    return (
        (title or NO_TITLE)[:LONGEST],
        (description or NO_DESCRIPTION)[:LONGEST],
        image if image and is_image(image) else None,
        icon if icon and is_image(icon) else None,
    )


def store(library, url, html):
    said = read(url, html) if html is not None else (NO_TITLE, NO_DESCRIPTION, None, None)
    library.execute("INSERT INTO link VALUES (?, ?, ?, ?, ?)", (url, *said))
    library.commit()


def save(library, urls, in_parallel):
    failed = 0
    pages = asyncio.run(fetch_all(urls)) if in_parallel else map(fetch, urls)
    for url, html in zip(urls, pages):
        failed += html is None
        store(library, url, html)
    return failed


def main():
    find_the_test_hosts()
    with tempfile.TemporaryDirectory() as folder:
        library = sqlite3.connect(os.path.join(folder, "links.sqlite"))
        library.execute("CREATE TABLE link (url, title, description, image, icon)")
        print("{}", flush=True)
        urls = json.loads(sys.stdin.readline())
        start = time.perf_counter()
        failed = save(library, urls, sys.argv[1] == "parallel")
        milliseconds = (time.perf_counter() - start) * 1000
        print(json.dumps({"milliseconds": milliseconds, "failed": failed}), flush=True)
        # Whoever reads the processor time of this process ends it.
        sys.stdin.readline()
        library.close()


main()
