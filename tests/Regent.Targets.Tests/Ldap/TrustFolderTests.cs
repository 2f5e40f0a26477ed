using System.Security.Cryptography.X509Certificates;
using Regent.Targets.Ldap;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ldap;

public sealed class TrustFolderTests
{
    [Theory]
    [InlineData("House authority")]
    [InlineData("  House   AUTHORITY ")]
    [InlineData("Jürgens Haus GmbH")]
    [InlineData("ユーザー")]
    public async Task The_hash_of_a_subject_is_the_one_that_openssl_computes(string name)
    {
        Assert.SkipWhen(TestProcess.Find("openssl") is null, "openssl is not installed.");
        using var authority = new TestAuthority(name);
        using var certificate = X509Certificate2.CreateFromPem(authority.Pem);

        var expected = await TestProcess.RunAsync("openssl", ["x509", "-noout", "-hash"], authority.Pem, TestContext.Current.CancellationToken);

        Assert.Equal(expected.Trim(), TrustFolder.SubjectHash(certificate.SubjectName));
    }

    [Fact]
    public void The_certificates_of_several_authorities_stand_side_by_side_until_they_are_not_needed()
    {
        using var one = new TestAuthority("One");
        using var same = new TestAuthority("One");
        using var other = new TestAuthority("Other");
        string path;
        using (var folder = new TrustFolder(one.Pem + "\n" + same.Pem + "\n" + other.Pem))
        {
            path = folder.Path;
            Assert.Equal([".0", ".0", ".1"], Directory.GetFiles(path).Select(Path.GetExtension).Order());
        }

        Assert.False(Directory.Exists(path));
    }
}
