namespace Regent.Cli.Graph;

/// <summary>For how long: a type, and the value the type needs.</summary>
internal sealed record Expiration(string Type, string? Duration, DateTimeOffset? EndDateTime)
{
    public static Expiration After(TimeSpan duration) => new("afterDuration", System.Xml.XmlConvert.ToString(duration), EndDateTime: null);
}
