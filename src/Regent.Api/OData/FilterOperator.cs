namespace Regent.Api.OData;

/// <summary>How a filter compares.</summary>
internal enum FilterOperator
{
    Equal,
    StartsWith,
}
