package import Bookkeeping
package import CanonicalJSON
package import TransparencyTree

extension JSONValue {
    /// Keys as `name+key id`, in the order of the signatures.
    package static func signers(_ signatures: [VerifiedSignature]) -> JSONValue { .array(signatures.map { .string($0.key.label) }) }
}
