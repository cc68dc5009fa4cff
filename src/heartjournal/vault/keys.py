"""From a passphrase to the keys of a journal: Argon2id, AES-256-GCM wrapping and HKDF. Nothing here touches a disk."""

import hmac
import unicodedata
from dataclasses import dataclass
from enum import Enum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12
SALT_BYTES = 16
WRAPPED_BYTES = KEY_BYTES + 16

LEAST_MEMORY_KIB, MOST_MEMORY_KIB = 19 * 1024, 1024 * 1024
MOST_PASSES = 20
MOST_LANES = 8


@dataclass(frozen=True)
class KdfCost:
    """What one guess at a passphrase costs: memory in KiB, passes over it, lanes. Raises ValueError out of bounds."""

    memory_kib: int
    passes: int
    lanes: int

    def __post_init__(self) -> None:
        within = (
            LEAST_MEMORY_KIB <= self.memory_kib <= MOST_MEMORY_KIB
            and 1 <= self.passes <= MOST_PASSES
            and 1 <= self.lanes <= MOST_LANES
        )
        if not within:
            raise ValueError("the cost of the key derivation is out of bounds")


USUAL_COST = KdfCost(memory_kib=128 * 1024, passes=3, lanes=4)
LEAST_COST = KdfCost(memory_kib=LEAST_MEMORY_KIB, passes=1, lanes=1)


class Purpose(Enum):
    """What a key derived from the data key is for; the value is the HKDF info."""

    DATABASE = b"db"
    HEADER = b"hdr"
    BACKUP = b"bak"


def key_from_passphrase(passphrase: str, *, salt: bytes, cost: KdfCost) -> bytes:
    """Derive 32 bytes with Argon2id from the NFC form of `passphrase`; takes most of a second at the usual cost."""
    # A terminal may hand over bytes that are no text; they are a passphrase too.
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    derivation = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return derivation.derive(secret)


def derived_key(data_key: bytes, purpose: Purpose) -> bytes:
    """Derive the 32 bytes for one purpose from the data key with HKDF-SHA256."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose.value).derive(data_key)


def wrap(data_key: bytes, key: bytes, *, nonce: bytes, bound_to: bytes) -> bytes:
    """Encrypt the data key under `key`, bound to the bytes that describe its slot."""
    return AESGCM(key).encrypt(nonce, data_key, bound_to)


def unwrap(wrapped: bytes, key: bytes, *, nonce: bytes, bound_to: bytes) -> bytes | None:
    """The data key, or None if `key` or the description of the slot is another one."""
    try:
        return AESGCM(key).decrypt(nonce, wrapped, bound_to)
    except InvalidTag:
        return None


def header_mac(data_key: bytes, content: bytes) -> bytes:
    """HMAC-SHA256 over the canonical header, 32 bytes."""
    return hmac.digest(derived_key(data_key, Purpose.HEADER), content, "sha256")


def same(one: bytes, other: bytes) -> bool:
    """Compare two secrets in constant time."""
    return hmac.compare_digest(one, other)
