using Regent.Portal.Pages.Audit;

namespace Regent.Portal.Tests.Pages.Audit;

/// <summary>What people wrote stays text in whatever opens the file.</summary>
public sealed class AuditExportTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tAfter a tab")]
    [InlineData("\rAfter a return")]
    [InlineData("\nAfter a new line")]
    [InlineData("\uFF1D1+1")]
    [InlineData("\uFF0B1")]
    [InlineData("\uFF0D1")]
    [InlineData("\uFF20SUM(A1)")]
    [InlineData("=")]
    public void A_cell_that_a_spreadsheet_would_take_for_a_formula_begins_with_an_apostrophe(string text) =>
        Assert.Equal($"\"'{text}\"\r\n", AuditExport.Row([text]));

    [Theory]
    [InlineData("A mailbox = a box")]
    [InlineData("1-1")]
    [InlineData("me@regent.example")]
    [InlineData("'=1+1")]
    [InlineData("Größe: 3 µm, 名前, \U0001F511")]
    public void Any_other_cell_is_kept_as_it_was_written(string text) => Assert.Equal($"\"{text}\"\r\n", AuditExport.Row([text]));

    [Fact]
    public void Quotes_are_doubled_and_cannot_end_a_cell() =>
        Assert.Equal("\"\"\"a\"\",\"\"=1+1\"\"\",\"b\"\r\n", AuditExport.Row(["\"a\",\"=1+1\"", "b"]));

    [Fact]
    public void Lines_and_separators_within_a_cell_make_no_new_rows_or_cells() =>
        Assert.Equal("\"one\r\n=two;three,four\",\"five\"\r\n", AuditExport.Row(["one\r\n=two;three,four", "five"]));

    [Fact]
    public void What_is_missing_is_an_empty_cell() => Assert.Equal("\"\",\"\"\r\n", AuditExport.Row([null, ""]));
}
