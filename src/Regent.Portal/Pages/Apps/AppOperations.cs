using Regent.Operations.Apps;

namespace Regent.Portal.Pages.Apps;

/// <summary>All that can be done to a program from its panel.</summary>
public sealed record AppOperations(RegisterApp Register, ChangeApp Change, AddAppSecret AddSecret, RemoveAppSecret RemoveSecret, RemoveApp Remove);
