using Regent.Api.Arm.Contracts;
using Regent.Api.Arm.Protocol;
using Regent.Core.Roles;
using Regent.Operations.Requests;

namespace Regent.Api.Arm.Approvals;

/// <summary>An approval with its one stage, which programs also call a step. Both have the id of the request.</summary>
internal static class ApprovalContract
{
    public const string Type = "roleAssignmentApprovals";

    /// <summary>The approval, as it is named at a scope.</summary>
    public static ResourceContract Of(Scope scope, RequestApproval approval) => ResourceContract.Of(
        scope, Type, approval.Listing.Request.Id,
        new Properties([Stage(scope, approval, "stages")], [Stage(scope, approval, "steps")]));

    /// <summary>The stage, as it is named at a scope.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="approval">The approval.</param>
    /// <param name="word"><c>stages</c> or <c>steps</c>.</param>
    public static ResourceContract Stage(Scope scope, RequestApproval approval, string word)
    {
        var request = approval.Listing.Request;
        return new ResourceContract(
            $"{ArmIds.Of(scope, Type, request.Id)}/{word}/{request.Id}", request.Id.ToString(), ArmIds.Type($"{Type}/{word}"),
            StageProperties.Of(request, approval.IsMine, approval.Reviewer));
    }

    internal sealed record Properties(IReadOnlyList<ResourceContract> Stages, IReadOnlyList<ResourceContract> Steps);
}
