namespace Regent.Operations.Ports;

/// <summary>A target that ends access by itself as it is set, and otherwise does not; then the kind's own word does not count.</summary>
public interface IMayEndByItself
{
    /// <summary>Whether it must be told again when an end moves.</summary>
    bool EndsByItself { get; }
}
