using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Ssh;

/// <summary>How a certificate authority works, as it was set.</summary>
internal sealed partial record SshTargetOptions
{
    private const int LongestHours = 24 * 7;
    private const int LongestTimeout = 300;
    private const int LongestSocketPath = 100;
    private const string NoExtensions = "none";

    private static readonly string[] KnownExtensions =
    [
        "permit-pty", "permit-port-forwarding", "permit-agent-forwarding", "permit-X11-forwarding", "permit-user-rc", "no-touch-required",
    ];

    /// <summary>What can be set, in the order of the form.</summary>
    public static readonly IReadOnlyList<TargetSetting> Settings =
    [
        new("maxHours", "Longest certificate, in hours", "A certificate is good until the access ends, and no longer than this; then a new one is fetched.")
        {
            Kind = TargetSettingKind.Number, Default = "8",
        },
        new("extensions", "What sessions may do", $"One on a line: {string.Join(", ", KnownExtensions)}; or {NoExtensions}.")
        {
            Says = TargetSettingSays.How,
            Kind = TargetSettingKind.Lines, Default = "permit-pty",
        },
        new("sourceAddresses", "Only from these addresses", "Networks such as 10.0.0.0/8, one on a line; empty is from anywhere.") { Says = TargetSettingSays.How, Kind = TargetSettingKind.Lines },
        new("caKey", "Private key of your own", "In PEM, EC or RSA, without a passphrase; empty, and Regent makes one when the plan is looked at.")
        {
            Kind = TargetSettingKind.Secret,
        },
        new("agent", "Socket of an SSH agent", "Where an agent holds the authority's key, the path of its socket; in the place of a key here.") { Says = TargetSettingSays.How },
        new("agentKey", "Key in the agent", "Its fingerprint, SHA256:…, where the agent holds more than one.") { Says = TargetSettingSays.How },
        new("timeoutSeconds", "Seconds to wait for the agent", "A call that is not answered by then has failed.") { Kind = TargetSettingKind.Number, Default = "10" },
    ];

    public required TimeSpan Longest { get; init; }

    public required IReadOnlyList<string> Extensions { get; init; }

    /// <summary>Networks with commas between, as certificates have them; null is from anywhere.</summary>
    public required string? SourceAddresses { get; init; }

    /// <summary>A key that was brought along; null where there is none.</summary>
    public required OwnKey? Key { get; init; }

    /// <summary>The socket of the agent that signs; null where none does.</summary>
    public required string? Agent { get; init; }

    public required string? AgentKey { get; init; }

    public required TimeSpan Timeout { get; init; }

    /// <summary>Reads the settings; refuses with every mistake in them.</summary>
    public static Outcome<SshTargetOptions> Read(TargetSettings settings)
    {
        var refusals = Mistakes(settings).ToArray();
        if (refusals.Length > 0)
        {
            return refusals;
        }

        return new SshTargetOptions
        {
            Longest = TimeSpan.FromHours(settings.Number("maxHours") ?? 8),
            Extensions = ExtensionsIn(settings),
            SourceAddresses = AddressesIn(settings) is { Count: > 0 } networks ? string.Join(',', networks) : null,
            Key = settings["caKey"] is { } pem ? OwnKey.Read(pem) : null,
            Agent = settings["agent"],
            AgentKey = settings["agentKey"],
            Timeout = TimeSpan.FromSeconds(settings.Number("timeoutSeconds") ?? 10),
        };
    }

    private static IEnumerable<Refusal> Mistakes(TargetSettings settings)
    {
        var agent = settings["agent"];
        (string Name, bool IsWrong, string Words)[] rules =
        [
            ("maxHours", !IsWithin(settings, "maxHours", LongestHours), $"A whole number of hours from 1 to {LongestHours}."),
            ("timeoutSeconds", !IsWithin(settings, "timeoutSeconds", LongestTimeout), $"A whole number of seconds from 1 to {LongestTimeout}."),
            ("extensions", !ExtensionsIn(settings).All(IsExtension),
                $"Each line is one of {string.Join(", ", KnownExtensions)}, or a name of a vendor's with an @; or the only line is {NoExtensions}."),
            ("sourceAddresses", !AddressesIn(settings).All(IsNetwork), "Each line is an address or a network, such as 10.0.0.0/8 or 2001:db8::/32."),
            ("caKey", settings["caKey"] is { } pem && OwnKey.Read(pem) is null,
                "A private key in PEM, EC (P-256, P-384, P-521) or RSA of at least 2048 bits, without a passphrase. "
                + "A file of ssh-keygen's becomes one with: ssh-keygen -p -N '' -m PKCS8 -f FILE"),
            ("caKey", settings["caKey"] is not null && agent is not null, "Either a key of your own or an agent, not both."),
            ("agent", agent is not null && (!Path.IsPathFullyQualified(agent) || Encoding.UTF8.GetByteCount(agent) > LongestSocketPath),
                $"The full path of the agent's socket, such as /run/regent/agent.sock, of at most {LongestSocketPath} bytes."),
            ("agentKey", settings["agentKey"] is not null && agent is null, "A key in an agent needs the agent."),
            ("agentKey", settings["agentKey"] is { } name && !Fingerprint().IsMatch(name), "A fingerprint as ssh-add -l shows it, SHA256:…"),
        ];
        return rules.Where(rule => rule.IsWrong).Select(rule => new Refusal(RefusalCode.InvalidTarget, rule.Words) { Target = rule.Name });
    }

    private static bool IsWithin(TargetSettings settings, string name, int highest) =>
        settings[name] is null || settings.Number(name) is { } number && number >= 1 && number <= highest;

    private static IReadOnlyList<string> ExtensionsIn(TargetSettings settings) => settings.Lines("extensions") switch
    {
        [] => ["permit-pty"],
        [NoExtensions] => [],
        var lines => lines,
    };

    private static bool IsExtension(string name) => KnownExtensions.Contains(name) || VendorName().IsMatch(name);

    private static List<string> AddressesIn(TargetSettings settings) => [.. settings.Lines("sourceAddresses")
        .SelectMany(line => line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static bool IsNetwork(string text) =>
        text.Contains('/', StringComparison.Ordinal) ? IPNetwork.TryParse(text, out _) : IPAddress.TryParse(text, out _);

    [GeneratedRegex(@"\ASHA256:[A-Za-z0-9+/]{43}\z")]
    private static partial Regex Fingerprint();

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,64}@[A-Za-z0-9.-]{1,128}\z")]
    private static partial Regex VendorName();
}
