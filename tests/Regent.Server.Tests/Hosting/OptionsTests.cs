using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Regent.Server.Hosting;

namespace Regent.Server.Tests.Hosting;

/// <summary>A server that is configured beyond its bounds does not start.</summary>
public sealed class OptionsTests
{
    [Theory]
    [InlineData("Regent:Activation:MfaFreshFor", "00:00:59")]
    [InlineData("Regent:PasswordLinks:ResetGoodFor", "00:04:59")]
    [InlineData("Regent:PasswordLinks:ResetGoodFor", "7.00:00:01")]
    [InlineData("Regent:PasswordLinks:InvitationGoodFor", "00:59:59")]
    [InlineData("Regent:PasswordLinks:InvitationGoodFor", "30.00:00:01")]
    [InlineData("Regent:Api:RequestsPerMinute", "59")]
    [InlineData("Regent:Api:Burst", "9")]
    public void A_value_out_of_bounds_is_refused(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>(key, value)]).Build();

        Assert.Throws<ValidationException>(() => new ServiceCollection().AddRegent(configuration));
    }
}
