namespace Regent.Api.OData;

/// <summary>Marks a member that is sent only when <c>$select</c> or <c>$expand</c> names it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OnDemandAttribute : Attribute;
