using Regent.Api.Graph.Roles;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Testing;

namespace Regent.Server.Tests.Api.Graph;

/// <summary>The check values of the specification of the API, section 1.3.</summary>
public sealed class InstanceIdTests
{
    private static readonly InstanceId ForTenant = new(
        ScheduleKind.Assignment, new RoleDefinitionId(new Guid("62e90394-69f5-4237-9190-012177145e10")),
        new PrincipalId(new Guid("6be4b305-b75e-4efc-bfcc-31bd3b53a5f8")), Scope.Tenant);

    private static readonly InstanceId ForUnit = new(
        ScheduleKind.Eligibility, new RoleDefinitionId(new Guid("fdd7a751-b60b-444a-984c-02652fe8fa1c")),
        new PrincipalId(new Guid("fc9a2c2b-1ddc-486d-a211-5fe8ca77fa1f")), Make.Unit(new Guid("dc626e71-4837-40eb-be4a-bc29d88a1178")));

    [Fact]
    public void An_id_spells_role_principal_and_scope()
    {
        Assert.Equal("lAPpYvVpN0KRkAEhdxReEAWz5Gtet_xOv8wxvTtTpfg-1", ForTenant.ToString());
        Assert.Equal("UafX_Qu2SkSYTAJlL-j6HCssmvzcHW1IohFf6Mp3-h9xbmLcN0jrQL5KvCnYihF4-2-e", ForUnit.ToString());
    }

    [Fact]
    public void An_id_is_read_back()
    {
        Assert.Equal(ForTenant, InstanceId.Read(ForTenant.ToString(), ScheduleKind.Assignment));
        Assert.Equal(ForUnit, InstanceId.Read(ForUnit.ToString(), ScheduleKind.Eligibility));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("lAPpYvVpN0KRkAEhdxReEAWz5Gtet_xOv8wxvTtTpfg-2")]
    [InlineData("lAPpYvVpN0KRkAEhdxReEAWz5Gtet_xOv8wxvTtTpfg-3")]
    [InlineData("lAPpYvVpN0KRkAEhdxReEAWz5Gtet_xOv8wxvTtTpfh-1")]
    [InlineData("lAPpYvVpN0KRkAEhdxReEAWz5Gtet_xOv8wxvTtTpfg=-1")]
    [InlineData("lAPpYvVpN0KRkAEhdxReEAWz5Gtet/xOv8wxvTtTpfg-1")]
    [InlineData("lAPpYvVpN0KRkAEhdxReEAWz5Gtet_xOv8wxvTtTpfg-1-e")]
    public void Another_spelling_names_nothing(string text) => Assert.Null(InstanceId.Read(text, ScheduleKind.Assignment));

    [Fact]
    public void Kinds_are_not_mixed_up() => Assert.Null(InstanceId.Read(ForTenant.ToString(), ScheduleKind.Eligibility));
}
