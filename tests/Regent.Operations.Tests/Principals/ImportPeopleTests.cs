using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Operations.Principals;
using Regent.Testing;

namespace Regent.Operations.Tests.Principals;

public sealed class ImportPeopleTests : IDisposable
{
    private readonly ImportWorld world = new();

    [Fact]
    public async Task Somebody_new_comes_in_with_everything_the_line_says()
    {
        var id = Guid.CreateVersion7(Make.Noon);

        var report = await world.ImportAsync(new PersonRow(2)
        {
            UserPrincipalName = "ada@regent.example",
            DisplayName = "Ada Lovelace",
            Mail = "ada@post.example",
            Id = id.ToString(),
            JobTitle = "Analyst",
            Department = "Engines",
            AccountEnabled = "False",
        });

        Assert.True(report.IsWritten);
        Assert.Equal((2, "ada@regent.example", ImportOutcome.Added), Summary(Assert.Single(report.Lines)));
        var ada = await world.FindAsync("ada@regent.example");
        var expected = new Principal(new PrincipalId(id), PrincipalKind.User, "Ada Lovelace")
        {
            UserPrincipalName = Make.Name("ada@regent.example"),
            Mail = "ada@post.example",
            JobTitle = "Analyst",
            Department = "Engines",
            IsEnabled = false,
        };
        Assert.Equal(expected, ada);
        Assert.Equal([(AuditActivities.PrincipalAdded, (PrincipalId?)ada.Id)], world.Record);
    }

    [Fact]
    public async Task Somebody_new_needs_no_more_than_a_name_to_sign_in_with()
    {
        await world.ImportAsync(Row(2, "ada@regent.example"));

        var ada = await world.FindAsync("ada@regent.example");
        Assert.Equal("ada@regent.example", ada.DisplayName);
        Assert.True(ada.IsEnabled);
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        PersonRow[] rows =
        [
            Row(2, "ada@regent.example") with { DisplayName = "Ada Lovelace", MemberOf = "Analysts; Engineers", Mail = "ada@post.example" },
            Row(3, "alan@regent.example") with { DisplayName = "Alan Turing", MemberOf = "", Mail = "" },
        ];
        await world.ImportAsync(rows);
        var recorded = world.Record.Count;

        var report = await world.ImportAsync(rows);

        Assert.All(report.Lines, line => Assert.Equal((ImportOutcome.Unchanged, ""), (line.Outcome, line.Message)));
        Assert.Equal(recorded, world.Record.Count);
    }

    [Fact]
    public async Task Columns_that_are_missing_leave_things_as_they_are_and_empty_ones_clear_them()
    {
        await world.ImportAsync(Row(2, "ada@regent.example") with { DisplayName = "Ada", Mail = "ada@post.example", JobTitle = "Analyst" });

        var report = await world.ImportAsync(Row(2, "ADA@regent.example") with { DisplayName = " ", Mail = "" });

        var ada = await world.FindAsync("ada@regent.example");
        Assert.Equal(("Ada", null, "Analyst"), (ada.DisplayName, ada.Mail, ada.JobTitle));
        Assert.Equal("userPrincipalName, mail", Assert.Single(report.Lines).Message);
        Assert.Equal("userPrincipalName, mail", world.World.Audit.Entries[^1].Reason);
    }

    [Fact]
    public async Task Somebody_known_by_id_may_get_another_sign_in_name()
    {
        var ada = world.World.AddUser("Ada Lovelace");

        var report = await world.ImportAsync(Row(2, "countess@regent.example") with { Id = ada.Id.ToString().ToUpperInvariant() });

        Assert.Equal(ImportOutcome.Changed, Assert.Single(report.Lines).Outcome);
        Assert.Equal(ada.Id, (await world.FindAsync("countess@regent.example")).Id);
    }

    [Fact]
    public async Task A_sign_in_name_that_belongs_to_somebody_else_is_refused()
    {
        var ada = world.World.AddUser("Ada Lovelace");
        world.World.AddUser("Alan Turing");

        var known = await world.ImportAsync(Row(2, "ALAN.turing@regent.example") with { Id = ada.Id.ToString() });
        var unknown = await world.ImportAsync(Row(2, "alan.turing@regent.example") with { Id = Guid.CreateVersion7(Make.Noon).ToString() });

        Assert.Contains("belongs to somebody else, Alan Turing", Assert.Single(known.Lines).Message, StringComparison.Ordinal);
        Assert.Contains("belongs to somebody else, Alan Turing", Assert.Single(unknown.Lines).Message, StringComparison.Ordinal);
        Assert.Equal(ada, await world.FindAsync("ada.lovelace@regent.example"));
    }

    [Fact]
    public async Task The_id_of_a_group_is_nobodys_id()
    {
        var group = world.World.AddGroup("Engineers");

        var report = await world.ImportAsync(Row(2, "ada@regent.example") with { Id = group.Id.ToString() });

        Assert.Equal("id belongs to something that is not a person.", Assert.Single(report.Lines).Message);
    }

    [Theory]
    [InlineData("same@regent.example", "", "SAME@regent.example", "")]
    [InlineData("one@regent.example", "0198a1b2-0000-7000-8000-000000000001", "two@regent.example", "0198A1B2-0000-7000-8000-000000000001")]
    public async Task Who_stands_in_the_file_twice_is_refused(string name, string id, string otherName, string otherId)
    {
        var report = await world.ImportAsync(Row(2, name) with { Id = id }, Row(3, otherName) with { Id = otherId });

        Assert.False(report.IsWritten);
        Assert.Equal([ImportOutcome.Added, ImportOutcome.Refused], report.Lines.Select(line => line.Outcome));
        Assert.Equal("This person stands in line 2 already.", report.Lines[1].Message);
    }

    public static TheoryData<PersonRow, string> Wrong => new()
    {
        { new PersonRow(2), "userPrincipalName is missing" },
        { Row(2, "ada"), "userPrincipalName is missing" },
        { Row(2, "ada@regent.example") with { Id = "7" }, "id is not a GUID" },
        { Row(2, "ada@regent.example") with { Id = Guid.Empty.ToString() }, "id is not a GUID" },
        { Row(2, "ada@regent.example") with { AccountEnabled = "yes" }, "accountEnabled" },
        { Row(2, "ada@regent.example") with { Mail = "a b@c" }, "mail is not an address" },
        { Row(2, "ada@regent.example") with { Mail = "Ada <ada@c>\r\nBcc: x" }, "mail is not an address" },
        { Row(2, "ada@regent.example") with { DisplayName = "Ada\u001b[31m" }, "control characters" },
        { Row(2, "ada@regent.example") with { DisplayName = "\u202Eada" }, "control characters" },
        { Row(2, "ada@regent.example") with { Department = new string('x', 257) }, "longer than 256" },
        { Row(2, "ada@regent.example") with { MemberOf = $"Fine;{new string('x', 257)}" }, "longer than 256" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_line_that_cannot_be_right_is_refused_with_its_reason(PersonRow row, string reason)
    {
        var line = Assert.Single((await world.ImportAsync(row)).Lines);

        Assert.Equal(ImportOutcome.Refused, line.Outcome);
        Assert.Contains(reason, line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_imported_from_a_file_with_errors()
    {
        var report = await world.ImportAsync(Row(2, "ada@regent.example") with { MemberOf = "Engineers" }, Row(3, "nobody"));

        Assert.False(report.IsWritten);
        Assert.Equal([ImportOutcome.Added, ImportOutcome.Refused], report.Lines.Select(line => line.Outcome));
        Assert.True(await world.World.Directory.IsEmptyAsync(CancellationToken.None));
        Assert.Empty(await world.World.Directory.FindGroupsAsync("Engineers", CancellationToken.None));
        Assert.Empty(world.Record);
    }

    [Fact]
    public async Task Errors_can_be_skipped()
    {
        var report = await world.Import.ExecuteAsync(
            [Row(2, "nobody"), Row(3, "ada@regent.example")], skipErrors: true, CancellationToken.None);

        Assert.True(report.IsWritten);
        Assert.Equal((1, 1), (report.Count(ImportOutcome.Refused), report.Count(ImportOutcome.Added)));
        Assert.Equal("ada@regent.example", (await world.FindAsync("ada@regent.example")).DisplayName);
    }

    public void Dispose() => world.Dispose();

    private static PersonRow Row(int line, string name) => new(line) { UserPrincipalName = name };

    private static (int, string, ImportOutcome) Summary(ImportLine line) => (line.Line, line.Name, line.Outcome);
}
