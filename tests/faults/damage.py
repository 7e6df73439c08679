"""Files that were cut short, or in which bits are not what they were."""

from tests.faults.jobs import chance

SEAL = 82  # bytes at the end of a complete file (sim/io/seal.hpp)


def damaged(whole, number):
    """A damaged copy of some bytes, and what was done to it. Depends on the number only."""
    draw = chance("damage", number)
    kind = ["cut", "bit", "bits", "zeros", "noise", "swap"][number % 6]
    data = bytearray(whole)
    at = draw.randrange(len(data))
    if kind == "cut":
        return bytes(data[:at]), f"cut to {at} bytes"
    if kind == "bit":
        data[at] ^= 1 << draw.randrange(8)
    elif kind == "bits":
        for _ in range(20):
            data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
    elif kind == "zeros":
        at -= at % 512
        data[at : at + 512] = bytes(len(data[at : at + 512]))
    elif kind == "noise":
        at -= at % 512
        data[at : at + 512] = draw.randbytes(len(data[at : at + 512]))
    else:
        other = draw.randrange(len(data) // 512) * 512
        at -= at % 512
        one, two = data[at : at + 512], data[other : other + 512]
        if len(one) == len(two):
            data[at : at + 512], data[other : other + 512] = two, one
    return bytes(data), f"{kind} at {at}"


def damaged_headers(unsealed, number):
    """The same without a seal, aimed at the first bytes and the small objects between values.

    This is what a hostile file, or one that another program changed, may look like.
    """
    draw = chance("headers", number)
    data = bytearray(unsealed)
    places = [at for at in range(0, len(data) - 8, 8) if unsealed[at : at + 4] in MARKS]
    for _ in range(1 + number % 3):
        near = draw.choice(places) + draw.randrange(64) if number % 4 else draw.randrange(96)
        near = min(near, len(data) - 1)
        data[near] = draw.choice([0, 1, 0x7F, 0x80, 0xFF, data[near] ^ (1 << draw.randrange(8))])
    return bytes(data), f"headers {number}"


MARKS = {b"TREE", b"SNOD", b"HEAP", b"GCOL", b"OHDR", b"FRHP", b"BTHD", b"BTLF", b"FSHD"}
