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
        foreach (var option in new[] { "$filter", "$orderby", "$select", "$expand", "$top", "$count", "$skiptoken" })
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

    private static Reading<ODataQuery> Read(string query)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query.Replace(" ", "%20", StringComparison.Ordinal));
        return new ODataQueryReader(GraphJson.Model).Read(typeof(RoleAssignmentScheduleInstanceContract), context.Request);
    }
}
