using Regent.Api.Graph.Approvals;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Operations.Ports;
using Regent.Operations.Requests;
using Regent.Testing;

namespace Regent.Server.Tests.Api.Approvals;

public sealed class ApprovalContractTests
{
    private static readonly RequestApproval Open = new(
        new RequestListing(Make.Pending(Make.User("Alan").Id, Make.Role("Reader").Id, Make.Noon), Make.User("Alan"), Make.Role("Reader"), Schedule: null),
        IsMine: true, Reviewer: null);

    [Theory]
    [InlineData("steps")]
    [InlineData("stages")]
    public void Steps_and_stages_are_seen_under_the_name_that_is_asked_for(string name)
    {
        var selection = new Selection(Members: null, [new Expansion(name, Selection.Default)]);

        foreach (var contract in new object[] { ApprovalContract.Of(Open), StagedApprovalContract.Of(Open) })
        {
            Assert.Equal("InProgress", (string?)Shown.Of(contract, selection)[name]![0]!["status"]);
        }
    }

    [Fact]
    public void Unasked_each_version_has_its_own_name()
    {
        Assert.Equal(["id", "steps"], Shown.Of(ApprovalContract.Of(Open), Selection.Default).Select(member => member.Key));
        Assert.Equal(["id", "stages"], Shown.Of(StagedApprovalContract.Of(Open), Selection.Default).Select(member => member.Key));
    }
}
