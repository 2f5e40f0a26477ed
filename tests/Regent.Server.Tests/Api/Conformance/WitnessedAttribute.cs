using System.Reflection;
using Regent.Server.Tests.Api.Conformance;
using Xunit.v3;

[assembly: Witnessed]
[assembly: AssemblyFixture(typeof(WitnessCheck))]

namespace Regent.Server.Tests.Api.Conformance;

/// <summary>Notes each test that runs.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class WitnessedAttribute : BeforeAfterTestAttribute
{
    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => Witnesses.Ran(test.TestMethod.TestClass.Class, methodUnderTest);
}
