import CCrypto

extension Digest {
    /// Computes the digest of values given one after the other, such as all that makes a PDF.
    ///
    /// `combine` writes each value's length before it, so that « ab », « c » and « a », « bc » differ.
    public struct Hasher: ~Copyable {
        private let context: OpaquePointer

        public init() {
            guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, Digest.algorithm, nil) == 1 else {
                fatalError("libcrypto cannot compute SHA-256")
            }
            self.context = context
        }

        deinit { EVP_MD_CTX_free(context) }

        public mutating func combine(_ bytes: UnsafeRawBufferPointer) {
            combine(bytes.count)
            append(bytes)
        }

        public mutating func combine(_ bytes: [UInt8]) {
            bytes.withUnsafeBytes { combine($0) }
        }

        public mutating func combine(_ text: String) {
            var text = text
            text.withUTF8 { combine(UnsafeRawBufferPointer($0)) }
        }

        public mutating func combine(_ number: Int) {
            withUnsafeBytes(of: Int64(number).littleEndian) { append($0) }
        }

        public mutating func combine(_ digest: Digest) {
            combine(digest.description)
        }

        /// Adds bytes as they are, without their length: for one value that comes in pieces.
        public mutating func append(_ bytes: UnsafeRawBufferPointer) {
            guard EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 else {
                fatalError("libcrypto cannot compute SHA-256")
            }
        }

        public consuming func finalize() -> Digest {
            Digest.filled { EVP_DigestFinal_ex(context, $0, nil) }
        }
    }
}
