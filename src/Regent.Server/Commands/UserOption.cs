using System.CommandLine;
using Regent.Core.Principals;

namespace Regent.Server.Commands;

/// <summary><c>--user UPN</c></summary>
internal sealed class UserOption
{
    public Option<string> Option { get; } = new("--user") { Description = "The sign-in name, such as ada@regent.example", Required = true, HelpName = "UPN" };

    public UserPrincipalName Read(ParseResult parsed) =>
        UserPrincipalName.TryParse(parsed.GetRequiredValue(Option), out var name)
            ? name
            : throw new MisuseException("--user is a sign-in name, such as ada@regent.example");
}
