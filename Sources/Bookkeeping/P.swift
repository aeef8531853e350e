import Crypto
enum Y {}
