using Regent.Operations.Ports;

namespace Regent.Operations.Notifications;

/// <summary>Due work that fails again and again for one reason.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Error">Why it failed last, in the words of what refused it.</param>
/// <param name="Count">How many pieces of it there are.</param>
/// <param name="Since">When the first of them failed first.</param>
/// <param name="Next">When the next of them is tried again.</param>
public sealed record FailingWork(AgendaKind Kind, string Error, int Count, DateTimeOffset Since, DateTimeOffset Next);
