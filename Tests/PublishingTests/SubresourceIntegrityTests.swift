import Publishing
import Testing

@Suite struct SubresourceIntegrityTests {
    /// `printf '%s' … | openssl dgst -sha384 -binary | base64`
    @Test(arguments: [
        ("", "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"),
        ("abc", "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"),
    ])
    func theValueIsThatOfTheStandard(_ text: String, _ expected: String) {
        #expect(SubresourceIntegrity.value(of: Array(text.utf8)) == expected)
    }
}
