using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

public sealed class FakeSecretBox : ISecretBox
{
    private const string Mark = "locked:";

    public string Lock(string secret) => Mark + new string([.. secret.Reverse()]);

    public string? Open(string locked) =>
        locked.StartsWith(Mark, StringComparison.Ordinal) ? new string([.. locked[Mark.Length..].Reverse()]) : null;
}
