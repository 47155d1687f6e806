"""A contribution as bytes and back, exactly: how it comes out of another process or of the cache.

MessagePack, by the types that the record declares, because reading it can do nothing but make data.
"""

from __future__ import annotations

from msgspec import msgpack

from vtrack.reports.material import Contribution

_DECODER = msgpack.Decoder(Contribution)


def encode(one: Contribution) -> bytes:
    """A contribution as bytes."""
    return msgpack.encode(one)


def decode(data: bytes) -> Contribution:
    """The contribution that bytes encode.

    Raises:
        ValueError: they encode none.
    """
    return _DECODER.decode(data)
