import InputFiles
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  /// Source: NIST, "Secure Hash Standard" example values; the last is FIPS 180-2 appendix B.3.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func `gives the published values`(text: String, digest: String) {
    var hash = SHA256()
    hash.update(text.utf8)
    #expect(hash.hexadecimal() == digest)
  }

  @Test(arguments: 0..<130)
  func `pieces hash as the whole`(cut: Int) {
    let bytes = (0..<130).map { UInt8($0) }
    var whole = SHA256()
    whole.update(bytes)
    var pieces = SHA256()
    pieces.update(bytes[..<cut])
    pieces.update(bytes[cut...])
    #expect(pieces.hexadecimal() == whole.hexadecimal())
  }
}
