namespace Regent.Server.SignIn;

/// <summary>Who can sign in on a sample server, for everybody to see; nobody on any other.</summary>
internal sealed class SamplePeople
{
    /// <summary>Everybody's password. It is no secret, which is why a sample server must not be reachable from elsewhere.</summary>
    public const string Password = "Sample-Pass-1";

    private static readonly IReadOnlyList<SamplePerson> Everybody =
    [
        new("Alan Turing", "alan@regent.example", "Eligible for several roles"),
        new("Ada Lovelace", "ada@regent.example", "Global Administrator"),
        new("Grace Hopper", "grace@regent.example", "Privileged Role Administrator"),
        new("Barbara Liskov", "barbara@regent.example", "Approves Billing Administrator"),
        new("Katherine Johnson", "katherine@regent.example", "On-call engineer"),
        new("Edsger Dijkstra", "edsger@regent.example", "Global Reader"),
    ];

    /// <summary>The people the sign-in page lists; none unless the server runs the sample organisation.</summary>
    public IReadOnlyList<SamplePerson> Listed { get; private set; } = [];

    /// <summary>Lists them, now that the sample organisation is there.</summary>
    public void List() => Listed = Everybody;
}
