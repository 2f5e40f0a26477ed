using Microsoft.AspNetCore.Http;
using Regent.Api.Graph.Protocol;
using Regent.Api.Graph.Roles;
using Regent.Api.OData;

namespace Regent.Server.Tests.Api.OData;

public sealed class ODataQueryReaderTests
{
    [Fact]
    public void What_is_asked_is_read()
    {
        var query = Assert.IsType<Reading<ODataQuery>.Good>(Read(
            "?$filter=principalId eq 'a''b' and directoryScopeId eq '/'&$select=Id,principalId&$expand=principal"
            + "&$orderby=startDateTime desc&$top=5&$count=true&other=ignored")).Value;

        Assert.Equal(
            [new FilterTerm("principalId", FilterOperator.Equal, "a'b"), new FilterTerm("directoryScopeId", FilterOperator.Equal, "/")],
            query.Filter);
        Assert.Equal("(id,principalId,principal())", query.Selection.ToString());
        Assert.Equal(new Ordering("startDateTime", Descending: true), query.Order);
        Assert.Equal((5, true, (string?)null), (query.Top, query.Count, query.After));
    }

    [Theory]
    [InlineData("startDateTime ge 2026-01-01T00:00:00Z and startDateTime lt 2026-02-01T00:00:00Z", "startDateTime GreaterOrEqual, startDateTime Less")]
    [InlineData("2026-01-01T00:00:00Z lt startDateTime", "startDateTime Greater")]
    [InlineData("endDateTime eq null", "endDateTime Null")]
    [InlineData("endDateTime ne null", "endDateTime NotNull")]
    [InlineData("tolower(roleDefinition/displayName) eq 'owner'", "roleDefinition/displayName Equal owner")]
    [InlineData("contains(principalId,'a')", "principalId Contains a")]
    [InlineData("principalId in ('a','b')", "principalId In a b")]
    [InlineData("principalId eq 'a' or principalId eq 'b' or principalId eq 'c'", "principalId In a b c")]
    [InlineData("roleDefinition/isBuiltIn", "roleDefinition/isBuiltIn Equal True")]
    [InlineData("not roleDefinition/isBuiltIn", "roleDefinition/isBuiltIn Equal False")]
    [InlineData("roleDefinition/rolePermissions/any(p:p/condition eq 'x')", "roleDefinition/rolePermissions/condition Equal x")]
    public void Comparisons_are_read(string filter, string expected)
    {
        var terms = Assert.IsType<Reading<ODataQuery>.Good>(Read($"?$filter={filter}")).Value.Filter;

        Assert.Equal(expected, string.Join(", ", terms.Select(term =>
            $"{term.Path} {term.Operator} {string.Join(' ', term.Values.Where(value => value is not DateTimeOffset))}".TrimEnd())));
    }

    [Theory]
    [InlineData("roleDefinition/isBuiltIn EQ True", "roleDefinition/isBuiltIn Equal True")]
    [InlineData("FALSE eq roleDefinition/isBuiltIn", "roleDefinition/isBuiltIn Equal False")]
    [InlineData("endDateTime eq NULL AND principalId eq 'TRUE or Null'", "endDateTime Null , principalId Equal TRUE or Null")]
    [InlineData("principalId eq 'it''s True'  ", "principalId Equal it's True")]
    [InlineData(" ", "")]
    public void Words_are_read_in_any_letter_case_and_texts_stay_as_they_are(string filter, string expected)
    {
        var terms = Assert.IsType<Reading<ODataQuery>.Good>(Read($"?$filter={filter}")).Value.Filter;

        Assert.Equal(expected, string.Join(", ", terms.Select(term => $"{term.Path} {term.Operator} {term.Value}")));
    }

    [Theory]
    [InlineData("?$filter=nothing eq 'a'", "$filter")]
    [InlineData("?$filter=(", "$filter")]
    [InlineData("?$FILTER=startDateTime eq 'a'", "$filter")]
    [InlineData("?$select=nothing", "$select")]
    [InlineData("?$expand=nothing", "$expand")]
    [InlineData("?$select=id&$expand=nothing", "$expand")]
    [InlineData("?$select=nothing&$expand=principal", "$select")]
    [InlineData("?$expand=principal($select=nothing)", "$expand")]
    [InlineData("?$orderby=nothing", "$orderby")]
    [InlineData("?$top=-1", "$top")]
    [InlineData("?$top=", "$top")]
    [InlineData("?$skip=x", "$skip")]
    [InlineData("?$count=maybe", "$count")]
    [InlineData("?$top=1&$TOP=2", "$TOP")]
    public void What_cannot_be_read_is_named(string options, string target)
    {
        var flaw = Assert.IsType<Reading<ODataQuery>.Bad>(Read(options)).Flaw;

        Assert.Equal((FlawKind.Query, target), (flaw.Kind, flaw.Target));
    }

    [Theory]
    [InlineData("?$filter=principalId eq 'a'", "$filter")]
    [InlineData("?$orderby=startDateTime", "$orderby")]
    [InlineData("?$top=0", "$top")]
    [InlineData("?$skip=1", "$skip")]
    [InlineData("?$count=TRUE", "$count")]
    public void About_one_item_nothing_is_asked_that_is_for_lists(string options, string target) => Assert.Equal(
        target, Assert.IsType<Reading<Selection>.Bad>(Assert.IsType<Reading<ODataQuery>.Good>(Read(options)).Value.OfItem()).Flaw.Target);

    [Theory]
    [InlineData("principalId eq 'a' and principalId eq 'b'")]
    [InlineData("startDateTime ge 2026-01-01T00:00:00Z and startDateTime gt 2026-01-01T00:00:00Z")]
    [InlineData("principalId eq 'a' or roleDefinitionId eq 'b'")]
    [InlineData("principalId ne 'a' or principalId eq 'b'")]
    [InlineData("principalId eq roleDefinitionId")]
    [InlineData("length(principalId) eq 3")]
    [InlineData("not (principalId eq 'a')")]
    [InlineData("endswith(principalId,'a')")]
    public void What_cannot_be_carried_out_is_refused_and_never_left_out(string filter) =>
        Assert.Equal(FlawKind.UnsupportedQuery, Assert.IsType<Reading<ODataQuery>.Bad>(Read($"?$filter={filter}")).Flaw.Kind);

    [Fact]
    public void What_is_wanted_of_related_items_is_read()
    {
        var selection = Assert.IsType<Reading<ODataQuery>.Good>(Read(
            "?$expand=principal($select=id,displayName),roleDefinition&$skip=7")).Value;

        Assert.Equal("(principal(id,displayName),roleDefinition())", selection.Selection.ToString());
        Assert.Equal(7, selection.Skip);
        Assert.False(selection.Selection.Of("principal").Shows("mail", onDemand: false));
    }

    [Fact]
    public void A_star_expands_every_related_item()
    {
        var selection = Assert.IsType<Reading<ODataQuery>.Good>(Read("?$expand=*")).Value.Selection;

        Assert.True(selection.Expands("principal") && selection.Expands("roleDefinition"));
        Assert.True(selection.Shows("id", onDemand: false) && selection.Shows("memberType", onDemand: false));
    }

    [Theory]
    [InlineData("?$expand=principal($filter=id eq 'a')")]
    [InlineData("?$search=\"displayName:ops\"")]
    [InlineData("?$format=application/xml")]
    [InlineData("?$apply=aggregate($count as n)")]
    public void Options_that_nothing_here_can_answer_are_refused(string options) =>
        Assert.IsType<Reading<ODataQuery>.Bad>(Read(options));

    [Theory]
    [InlineData("odata.maxpagesize=2", 2)]
    [InlineData("respond-async, maxpagesize = 30; foo", 30)]
    [InlineData("odata.maxpagesize=0", null)]
    [InlineData("return=minimal", null)]
    public void A_wish_for_short_answers_is_read(string prefer, int? size) =>
        Assert.Equal(size, Assert.IsType<Reading<ODataQuery>.Good>(Read("", prefer)).Value.PreferredSize);

    [Theory]
    [InlineData("\"displayName:ops team\"", "displayName=ops team")]
    [InlineData("\"displayName:a\" OR \"mail:b\"", "displayName=a mail=b")]
    [InlineData("", "")]
    [InlineData("displayName:a", null)]
    [InlineData("\"displayName:a\" AND \"mail:b\"", null)]
    public void A_search_is_read(string text, string? expected) => Assert.Equal(expected, SearchTerm.ReadAll(text) is Reading<IReadOnlyList<SearchTerm>>.Good(var terms)
        ? string.Join(' ', terms.Select(term => $"{term.Member}={term.Text}"))
        : null);

    [Fact]
    public void Nothing_asked_is_everything()
    {
        var query = Assert.IsType<Reading<ODataQuery>.Good>(Read("?$filter=&$select=")).Value;

        Assert.Empty(query.Filter);
        Assert.Same(Selection.Default, query.Selection);
        Assert.Null(query.Order);
    }

    [Fact]
    public void No_text_breaks_the_reader()
    {
        string[] pieces =
        [
            "principalId", "principal/id", "eq", "and", "or", "not", "(", ")", "'", "''", "'x'", "null", "1", "1.5e400", "99999999999999999999",
            "2026-01-01T00:00:00Z", "duration'P1D'", "startswith(", ",", "/", "$", "@p", "any(x:x eq 1)", "in", "has", "true", "-", "geography'POINT(1 2)'",
            "00000000-0000-0000-0000-000000000001", "cast(", "isof(", "{", "}", "[", "]", "\"", "*", ";", "=", "%", "\u0000", "é", "$it", "$root",
        ];
        var seed = 17u;
        foreach (var option in new[] { "$filter", "$orderby", "$select", "$expand", "$top", "$skip", "$count", "$search", "$format", "$skiptoken" })
        {
            for (var round = 0; round < 2000; round++)
            {
                var text = string.Join(Next(2) == 0 ? " " : "", Enumerable.Range(0, (int)Next(9) + 1).Select(_ => pieces[Next((uint)pieces.Length)]));
                _ = Read($"?{option}={Uri.EscapeDataString(text)}");
            }
        }

        uint Next(uint below) => (seed = (seed * 1664525) + 1013904223) / 65536 % below;
    }

    [Fact]
    public void Depth_without_end_is_refused()
    {
        var deep = $"{new string('(', 30_000)}principalId eq 'a'{new string(')', 30_000)}";
        var wide = string.Join(" and ", Enumerable.Repeat("principalId eq 'a'", 5_000));

        Assert.IsType<Reading<ODataQuery>.Bad>(Read($"?$filter={deep}"));
        Assert.IsType<Reading<ODataQuery>.Bad>(Read($"?$filter={wide}"));
    }

    private static Reading<ODataQuery> Read(string query, string? prefer = null)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers["Prefer"] = prefer;
        context.Request.QueryString = new QueryString(query.Replace(" ", "%20", StringComparison.Ordinal));
        return new ODataQueryReader(GraphJson.Model).Read(typeof(RoleAssignmentScheduleInstanceContract), context.Request);
    }
}
