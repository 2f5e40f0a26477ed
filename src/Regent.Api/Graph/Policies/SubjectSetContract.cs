using System.Text.Json.Serialization;
using Regent.Core.Principals;

namespace Regent.Api.Graph.Policies;

/// <summary>A user or a group who decides. Its description is its name.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "@odata.type")]
[JsonDerivedType(typeof(SingleUser), "#microsoft.graph.singleUser")]
[JsonDerivedType(typeof(GroupMembers), "#microsoft.graph.groupMembers")]
internal abstract record SubjectSetContract
{
    private SubjectSetContract(string description) => Description = description;

    public string Description { get; }

    public static SubjectSetContract Of(Principal approver) => approver.Kind == PrincipalKind.Group
        ? new GroupMembers(approver.Id.ToString(), approver.DisplayName)
        : new SingleUser(approver.Id.ToString(), approver.DisplayName);

    internal sealed record SingleUser(string UserId, string Description) : SubjectSetContract(Description);

    internal sealed record GroupMembers(string GroupId, string Description) : SubjectSetContract(Description);
}
