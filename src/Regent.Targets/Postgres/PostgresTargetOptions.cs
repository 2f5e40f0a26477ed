using System.Net;
using System.Security.Cryptography.X509Certificates;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Postgres;

/// <summary>How a PostgreSQL server is reached, and what Regent does there.</summary>
internal sealed record PostgresTargetOptions
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    public required string Database { get; init; }

    public required string User { get; init; }

    public required string Password { get; init; }

    /// <summary>Who may have signed the server's certificate; null is whoever the system trusts.</summary>
    public required X509Certificate2Collection? Authorities { get; init; }

    public required TimeSpan Timeout { get; init; }

    /// <summary>Whether members have the rights of the role without asking for them.</summary>
    public required bool Inherit { get; init; }

    /// <summary>Whether members may become the role.</summary>
    public required bool Set { get; init; }

    /// <summary>Whether logins that are missing are made, and removed after their last entitlement.</summary>
    public required bool TemporaryLogins { get; init; }

    /// <summary>Whether roles may be given that are a superuser, or as good as one.</summary>
    public required bool AllowSuperuser { get; init; }

    /// <summary>Whether the server is on this machine.</summary>
    public bool IsLocal =>
        Host.StartsWith('/') || Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>What can be set, in the order of the form.</summary>
    public static IReadOnlyList<TargetSetting> Settings { get; } =
    [
        new("host", "Host", "Name or address of the server, or the folder of its Unix socket.") { IsRequired = true },
        new("port", "Port", "Port of the server.") { Says = TargetSettingSays.Where | TargetSettingSays.Whom, Kind = TargetSettingKind.Number, Default = "5432" },
        new("database", "Database", "Any database in which Regent may connect; roles are those of the whole server.") { Says = TargetSettingSays.How, Default = "postgres" },
        new("user", "User", "The login role that Regent itself uses.") { Says = TargetSettingSays.How, IsRequired = true },
        new("password", "Password", "The password of that role.") { Kind = TargetSettingKind.Secret },
        new("caCertificates", "CA certificates", "Who may have signed the server's certificate, as PEM text; empty is whoever the system trusts.")
        {
            Says = TargetSettingSays.Whom,
            Kind = TargetSettingKind.Lines,
        },
        new("timeoutSeconds", "Time-out", "After how many seconds a call is given up.") { Kind = TargetSettingKind.Number, Default = "10" },
        new("inherit", "Members inherit", "Whether members have the rights of a role without SET ROLE. Off needs PostgreSQL 16.")
        {
            Kind = TargetSettingKind.Switch,
            Default = "true",
        },
        new("set", "Members may SET ROLE", "Whether members may become a role with SET ROLE. Off needs PostgreSQL 16.")
        {
            Kind = TargetSettingKind.Switch,
            Default = "true",
        },
        new("temporaryLogins", "Temporary logins", "Whether a login that is missing is made, and removed after its last entitlement.")
        {
            Kind = TargetSettingKind.Switch,
            Default = "false",
        },
        new("allowSuperuser", "Allow superuser roles", "Whether roles may be given that are a superuser, or as good as one.")
        {
            Kind = TargetSettingKind.Switch,
            Default = "false",
        },
    ];

    public static Outcome<PostgresTargetOptions> Read(TargetSettings settings)
    {
        var reader = new SettingReader(settings, Settings);
        var host = reader.Text("host");
        if (host.Contains(','))
        {
            reader.Refuse("host", "Host must name one server. Where several take over from each other, name the address that moves with them.");
        }

        var options = new PostgresTargetOptions
        {
            Host = host,
            Port = reader.Number("port", least: 1, most: 65535),
            Database = reader.Text("database"),
            User = reader.Text("user"),
            Password = reader.Text("password"),
            Authorities = reader.Certificates("caCertificates"),
            Timeout = reader.Timeout(),
            Inherit = reader.IsOn("inherit"),
            Set = reader.IsOn("set"),
            TemporaryLogins = reader.IsOn("temporaryLogins"),
            AllowSuperuser = reader.IsOn("allowSuperuser"),
        };
        return reader.Outcome(() => options);
    }

    // The password is not for logs.
    public override string ToString() => $"{User} at {Host}:{Port}";
}
