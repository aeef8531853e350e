/// What whoever opens an archive package years later has to know. It is one file in both languages: nobody knows who that is.
public enum ArchiveReadme {
    public static let text = """
        履职簿归档包  Minutebook archive package

        entries.ndjson   全部记录，一行一条，按发生后记入的先后排列；每行就是当时存储和计算哈希的原样字节。
                         Every entry, one a line, in the order of recording: the very bytes that were stored and hashed.
        attachments/     附件，文件名即其 SHA-256；个人附件是封存的（见 key 说明）。
                         Attachments, named by their SHA-256; personal ones are sealed.
        checkpoints/     历次签名的校验点（C2SP tlog-checkpoint）。  The signed checkpoints.
        key.txt          核验签名的公钥。  The public keys to check them by.
        report-*         可直接阅读的年度报告。  Readable year-end reports.
        schemas/         各类记录的格式说明（JSON Schema）。  What each kind of entry holds.
        SHA256SUMS       以上各文件的哈希。  The hashes of all files.

        核对 / To check:
          sha256sum --check SHA256SUMS
          python3 verify_log.py log entries.ndjson --checkpoint checkpoints/N.checkpoint --key key.txt

        姓名、电话等个人信息在记录中是封存的；钥匙不在本包内，另行移交。
        Names, telephone numbers and other personal data are sealed in the entries; their keys are handed over apart.

        """
}
