using System.DirectoryServices.Protocols;
using Regent.Core.Targets;

namespace Regent.Testing.Targets;

/// <summary>People and groups of a test's own in an OpenLDAP server.</summary>
public sealed class OpenLdapPart
{
    private static readonly Dictionary<string, (string ObjectClass, (string, string)[] Values)> Kinds = new()
    {
        ["member"] = ("groupOfNames", [("member", Placeholder)]),
        ["uniqueMember"] = ("groupOfUniqueNames", [("uniqueMember", Placeholder)]),
        ["memberUid"] = ("posixGroup", [("gidNumber", "5000")]),
    };

    private readonly OpenLdapServer server;
    private readonly string place;

    private OpenLdapPart(OpenLdapServer server, string place, string memberAttribute)
    {
        this.server = server;
        this.place = place;
        MemberAttribute = memberAttribute;
    }

    /// <summary>What is in a group when nobody is.</summary>
    public const string Placeholder = $"cn=nobody,{OpenLdapServer.Suffix}";

    public string MemberAttribute { get; }

    public string PeopleBase => $"ou=people,{place}";

    public string GroupsBase => $"ou=groups,{place}";

    /// <summary>The uids of the people; some are harder than others.</summary>
    public IReadOnlyList<string> Accounts { get; private set; } = [];

    /// <summary>The DNs of the groups.</summary>
    public IReadOnlyList<string> Groups { get; private set; } = [];

    internal static OpenLdapPart Make(OpenLdapServer server, string place, string memberAttribute, int people)
    {
        var part = new OpenLdapPart(server, place, memberAttribute);
        server.Add(part.PeopleBase, "organizationalUnit");
        server.Add(part.GroupsBase, "organizationalUnit");
        part.Accounts = [.. Enumerable.Range(0, people).Select(number => number == 1 ? "o'neil, \"tim\" (x*)" : $"person{number}")];
        foreach (var account in part.Accounts)
        {
            part.AddPerson(account);
        }

        part.Groups = [.. new[] { "ops", "dba, europe", "audit" }.Select(part.AddGroup)];
        return part;
    }

    /// <summary>The settings of a target, which reaches the server by these addresses.</summary>
    public TargetSettings Settings(params string[] servers) => new(new Dictionary<string, string>
    {
        ["servers"] = string.Join('\n', servers),
        ["bindDn"] = OpenLdapServer.BindDn,
        ["bindPassword"] = OpenLdapServer.BindPassword,
        ["caCertificates"] = server.AuthorityPem,
        ["peopleBase"] = PeopleBase,
        ["groupsBase"] = GroupsBase,
        ["memberAttribute"] = MemberAttribute,
        ["placeholder"] = Placeholder,
        ["timeoutSeconds"] = "2",
    });

    public string PersonDn(string account) => $"uid={Escape(account)},{PeopleBase}";

    public void AddPerson(string account, string? name = null) =>
        server.Add(name ?? PersonDn(account), "inetOrgPerson", ("cn", account), ("sn", account), ("uid", account));

    /// <summary>Makes a group that has nobody, and gives its DN.</summary>
    public string AddGroup(string name)
    {
        var dn = $"cn={Escape(name)},{GroupsBase}";
        server.Add(dn, Kinds[MemberAttribute].ObjectClass, Kinds[MemberAttribute].Values);
        return dn;
    }

    /// <summary>Takes a person out of the directory, and out of no group.</summary>
    public void Delete(string account) => server.Data.SendRequest(new DeleteRequest(PersonDn(account)));

    /// <summary>Puts somebody into a group.</summary>
    public void Give(Holding holding) => server.Data.SendRequest(
        new ModifyRequest(holding.Entitlement, DirectoryAttributeOperation.Add, MemberAttribute, ValueOf(holding.Account)));

    /// <summary>The values of a group's member attribute as they are.</summary>
    public IReadOnlyList<string> Values(string group)
    {
        var response = (SearchResponse)server.Data.SendRequest(new SearchRequest(group, "(objectClass=*)", SearchScope.Base, MemberAttribute));
        return response.Entries[0].Attributes[MemberAttribute]?.GetValues(typeof(string)).Cast<string>().ToArray() ?? [];
    }

    /// <summary>Who is in which of the groups.</summary>
    public IReadOnlySet<Holding> Held()
    {
        var accounts = Accounts.ToDictionary(ValueOf, StringComparer.OrdinalIgnoreCase);
        return Groups.SelectMany(group => Values(group)
            .Where(value => value != Placeholder)
            .Select(value => new Holding(accounts.GetValueOrDefault(value, value), group))).ToHashSet();
    }

    private static string Escape(string value) =>
        string.Concat(value.Select(letter => ",+\"\\<>;=".Contains(letter) ? $"\\{(int)letter:X2}" : letter.ToString()));

    private string ValueOf(string account) => MemberAttribute == "memberUid" ? account : PersonDn(account);
}
