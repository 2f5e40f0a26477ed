using Regent.Core;
using Regent.Core.Targets;
using Regent.Targets.Scim;

namespace Regent.Targets.Tests.Scim;

public sealed class ScimTargetOptionsTests
{
    [Fact]
    public void What_is_not_set_is_as_most_applications_have_it()
    {
        var options = Assert.IsType<Outcome<ScimTargetOptions>.Done>(Read("url", "https://app.example/scim/v2", "token", "t")).Value;

        Assert.Equal(
            (new Uri("https://app.example/scim/v2/"), "userName", "displayName", ScimDialect.Rfc, 100, TimeSpan.FromSeconds(10)),
            (options.Url, options.UsersBy, options.GroupsBy, options.Dialect, options.BatchSize, options.Timeout));
    }

    [Theory]
    [InlineData("url", "token", "t")]
    [InlineData("url", "url", "http://app.example/scim", "token", "t")]
    [InlineData("url", "url", "ftp://app.example/scim", "token", "t")]
    [InlineData("url", "url", "https://me:secret@app.example/scim", "token", "t")]
    [InlineData("url", "url", "https://app.example/scim?x=1", "token", "t")]
    [InlineData("url", "url", "nonsense", "token", "t")]
    [InlineData("token", "url", "https://app.example")]
    [InlineData("token", "url", "https://app.example", "token", "two\nlines")]
    [InlineData("password", "url", "https://app.example", "signIn", "basic", "user", "regent")]
    [InlineData("tokenUrl", "url", "https://app.example", "signIn", "clientCredentials", "clientId", "c", "clientSecret", "s")]
    [InlineData("tokenUrl", "url", "https://app.example", "signIn", "clientCredentials", "clientId", "c", "clientSecret", "s", "tokenUrl", "http://app.example")]
    [InlineData("signIn", "url", "https://app.example", "token", "t", "signIn", "magic")]
    [InlineData("usersBy", "url", "https://app.example", "token", "t", "usersBy", "shoe size")]
    [InlineData("patch", "url", "https://app.example", "token", "t", "patch", "1")]
    [InlineData("batchSize", "url", "https://app.example", "token", "t", "batchSize", "0")]
    [InlineData("timeoutSeconds", "url", "https://app.example", "token", "t", "timeoutSeconds", "many")]
    [InlineData("caCertificates", "url", "https://app.example", "token", "t", "caCertificates", "no certificate")]
    public void What_cannot_work_is_refused_by_its_name(string wrong, params string[] settings)
    {
        var refused = Assert.IsType<Outcome<ScimTargetOptions>.Refused>(Read(settings));

        var reason = Assert.Single(refused.Reasons);
        Assert.Equal((RefusalCode.InvalidTarget, wrong), (reason.Code, reason.Target));
    }

    private static Outcome<ScimTargetOptions> Read(params string[] settings) =>
        ScimTargetOptions.Read(TargetSettings.None.With(settings.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]))));
}
