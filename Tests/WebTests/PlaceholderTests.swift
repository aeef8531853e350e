#if Web
import HummingbirdTesting
import Testing
@testable import Web
#endif
