using System.DirectoryServices.Protocols;
using System.Net;
using Regent.Core.Targets;
using Regent.Testing.Targets;

namespace Regent.Drill.Watching;

/// <summary>Reads all groups of a directory.</summary>
internal sealed class LdapEye(OpenLdapServer server, OpenLdapPart part, IReadOnlyList<string> accounts) : IEye
{
    private readonly Dictionary<string, string> names = accounts.ToDictionary(part.PersonDn, StringComparer.OrdinalIgnoreCase);
    private LdapConnection? connection;

    public Task<IReadOnlySet<Holding>?> LookAsync(CancellationToken ct) => Task.Run(Look, ct);

    public ValueTask DisposeAsync()
    {
        connection?.Dispose();
        return ValueTask.CompletedTask;
    }

    private IReadOnlySet<Holding>? Look()
    {
        try
        {
            connection ??= Connect();
            return part.Groups.SelectMany(group => Members(connection, group)).ToHashSet();
        }
        catch (Exception error) when (error is DirectoryException or ObjectDisposedException)
        {
            connection?.Dispose();
            connection = null;
            return null;
        }
    }

    private IEnumerable<Holding> Members(LdapConnection way, string group)
    {
        var found = (SearchResponse)way.SendRequest(new SearchRequest(group, "(objectClass=*)", SearchScope.Base, part.MemberAttribute));
        return (found.Entries[0].Attributes[part.MemberAttribute]?.GetValues(typeof(string)).Cast<string>() ?? [])
            .Where(value => value != OpenLdapPart.Placeholder)
            .Select(value => new Holding(names.GetValueOrDefault(value, value), group));
    }

    private LdapConnection Connect()
    {
        var made = new LdapConnection(
            new LdapDirectoryIdentifier("127.0.0.1", server.Port),
            new NetworkCredential(OpenLdapServer.BindDn, OpenLdapServer.BindPassword), AuthType.Basic)
        {
            Timeout = TimeSpan.FromSeconds(2),
        };
        made.SessionOptions.ProtocolVersion = 3;
        made.Bind();
        return made;
    }
}
