using System.DirectoryServices.Protocols;
using System.Globalization;
using Regent.Core.Targets;

namespace Regent.Testing.Targets;

/// <summary>People and groups of a test's own in a domain.</summary>
public sealed class SambaPart
{
    private readonly SambaDomain domain;
    private readonly int number;

    private SambaPart(SambaDomain domain, int number)
    {
        this.domain = domain;
        this.number = number;
    }

    /// <summary>The DN below which all of it is.</summary>
    public string Place => $"OU=part{number},{SambaDomain.Place}";

    /// <summary>The <c>sAMAccountName</c> of the people.</summary>
    public IReadOnlyList<string> Accounts { get; private set; } = [];

    /// <summary>The DNs of the groups.</summary>
    public IReadOnlyList<string> Groups { get; private set; } = [];

    internal static SambaPart Make(SambaDomain domain, int number, int people)
    {
        var part = new SambaPart(domain, number);
        domain.Add(part.Place, "organizationalUnit");
        part.Accounts = [.. Enumerable.Range(0, people).Select(person => string.Create(CultureInfo.InvariantCulture, $"part{number}person{person}"))];
        foreach (var account in part.Accounts)
        {
            domain.Add(part.PersonDn(account), "user", ("sAMAccountName", account), ("userPrincipalName", Upn(account)));
        }

        part.Groups = [.. new[] { "ops", "dba", "audit" }.Select(part.AddGroup)];
        return part;
    }

    /// <summary>The settings of a target, which reaches the domain by these addresses.</summary>
    public TargetSettings Settings(params string[] servers) => new(new Dictionary<string, string>
    {
        ["servers"] = string.Join('\n', servers),
        ["bindDn"] = SambaDomain.BindDn,
        ["bindPassword"] = SambaDomain.BindPassword,
        ["caCertificates"] = domain.AuthorityPem,
        ["flavour"] = "ActiveDirectory",
        ["peopleBase"] = SambaDomain.Suffix,
        ["groupsBase"] = Place,
        ["timeoutSeconds"] = "3",
    });

    /// <summary>The <c>userPrincipalName</c> of an account.</summary>
    public static string Upn(string account) => $"{account}@regent.example";

    public string PersonDn(string account) => $"CN=Person\\, {account},{Place}";

    /// <summary>Makes an empty group, and gives its DN.</summary>
    public string AddGroup(string name)
    {
        var dn = $"CN={name},{Place}";
        domain.Add(dn, "group", ("sAMAccountName", $"part{number}-{name}"));
        return dn;
    }

    /// <summary>Puts an entry into a group.</summary>
    public void Give(string member, string group) =>
        domain.Data.SendRequest(new ModifyRequest(group, DirectoryAttributeOperation.Add, "member", member));

    /// <summary>Who is in which of the groups.</summary>
    public IReadOnlySet<Holding> Held()
    {
        var accounts = Accounts.ToDictionary(PersonDn, StringComparer.OrdinalIgnoreCase);
        return Groups.SelectMany(group => Members(group).Select(member => new Holding(accounts.GetValueOrDefault(member, member), group))).ToHashSet();
    }

    private string[] Members(string group)
    {
        var response = (SearchResponse)domain.Data.SendRequest(new SearchRequest(group, "(objectClass=*)", SearchScope.Base, "member"));
        return response.Entries[0].Attributes["member"]?.GetValues(typeof(string)).Cast<string>().ToArray() ?? [];
    }
}
