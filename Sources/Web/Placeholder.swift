#if Web
import Hummingbird
import HummingbirdTLS
import CryptoExtras
import Crypto
import GRDB
import Mustache
import NIOSSL
import ServiceLifecycle
#endif
