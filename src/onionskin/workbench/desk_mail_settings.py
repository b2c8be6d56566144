"""How a desk sends mail and is sent it: a file beside the collection's, and the keys that it shares with other desks.

`desk-mail.toml`, in the folder of the collection:

    address = "telegrams@dept.example"      # where other desks write to
    host = "mail.dept.example"              # the mail server that takes over what is sent
    port = 587                              # 25 where none is said
    tls = "starttls"                        # "starttls", "tls" or "none", which it is where none is said
    user = "telegrams"                      # where the server asks who sends
    password-file = "mail-password"         # its first line, from the folder of the collection

The keys stand in `desk-mail.keys`, which nobody but the owner of the folder may read; neither file is in a backup.
"""

from __future__ import annotations

import re
import secrets
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onionskin.errors import NotFoundError, UsageError

FILE, KEYS, LOCK = "desk-mail.toml", "desk-mail.keys", "desk-mail.lock"
SHORTEST_KEY = 32
"""Hexadecimal digits."""
TLS = ("none", "starttls", "tls")
HERE = frozenset({"localhost", "127.0.0.1", "::1"})

_KNOWN = {"address": str, "host": str, "port": int, "tls": str, "user": str, "password-file": str}


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSettings:
    """How the desk of the collection in `folder` sends, and the keys by the addresses of the desks that share them."""

    folder: Path
    address: str
    host: str
    port: int
    tls: str
    user: str
    password: str
    keys: Mapping[str, bytes]

    def key(self, address: str) -> bytes | None:
        """The key that is shared with the desk of an address, None where none is."""
        return self.keys.get(address.lower())


def mail_settings(folder: Path) -> MailSettings:
    """What stands in the two files. NotFoundError without the first, UsageError for what is out of form."""
    path = folder / FILE
    if not path.is_file():
        raise NotFoundError(
            "this desk sends no mail and takes none",
            where=str(path),
            advice="`onionskin desk send --help` shows the file",
        )
    told = _told(path)
    password = ""
    if told.get("password-file"):
        place = folder / told["password-file"]
        if not place.is_file():
            raise NotFoundError("the file of the password is not there", where=str(place))
        password = next(iter(place.read_text("utf-8").splitlines()), "")
    return MailSettings(
        folder=folder,
        address=told["address"],
        host=told.get("host", ""),
        port=told.get("port", 25),
        tls=told.get("tls", "none"),
        user=told.get("user", ""),
        password=password,
        keys=_keys(folder / KEYS),
    )


def _told(path: Path) -> dict[str, Any]:
    try:
        told = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        raise UsageError(f"the file is not TOML: {broken}", where=str(path), advice="Mend that line") from None
    for name, value in told.items():
        if name not in _KNOWN or type(value) is not _KNOWN[name]:
            what = "is nothing that the file has" if name not in _KNOWN else "is not in form"
            raise UsageError(f"{name!r} {what}", where=str(path), advice=f"It has: {', '.join(_KNOWN)}")
    if told.get("tls", "none") not in TLS:
        raise UsageError(f"tls is one of {', '.join(TLS)}", where=str(path))
    if told.get("user") and told.get("tls", "none") == "none" and told.get("host") not in HERE:
        raise UsageError(
            "a password would cross the network in the clear", where=str(path), advice='Say tls = "starttls"'
        )
    if not re.fullmatch(r"[^\s<>@]+@[^\s<>@]+", told.get("address", "")):
        raise UsageError("`address` is where other desks write to", where=str(path), advice="telegrams@dept.example")
    return told


def _keys(path: Path) -> dict[str, bytes]:
    out = {}
    for n, line in enumerate(path.read_text("utf-8").splitlines() if path.is_file() else (), 1):
        if not line.strip():
            continue
        address, _, key = line.partition(" ")
        if not _is_key(key.strip()):
            raise UsageError("a line has an address and a key in hexadecimal digits", where=f"{path}, line {n}")
        out[address.lower()] = bytes.fromhex(key)
    return out


def _is_key(words: str) -> bool:
    return bool(re.fullmatch(r"(?:[0-9a-f]{2})+", words)) and len(words) >= SHORTEST_KEY


def share_key(folder: Path, address: str, key: str = "") -> str:
    """Keep the key that is shared with the desk of an address, a new one where none is given; the key. UsageError."""
    key = key.strip().lower() or secrets.token_hex(32)
    if not _is_key(key) or not re.fullmatch(r"[^\s<>@]+@[^\s<>@]+", address):
        raise UsageError(
            f"a key is {SHORTEST_KEY} hexadecimal digits or more, for a mail address",
            advice="Take the one that `onionskin desk key` printed at the other desk",
        )
    path = folder / KEYS
    kept = {**{name: held.hex() for name, held in _keys(path).items()}, address.lower(): key}
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600, exist_ok=False)
    fresh.write_text("".join(f"{name} {held}\n" for name, held in sorted(kept.items())), "utf-8")
    fresh.replace(path)
    return key
