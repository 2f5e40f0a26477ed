namespace Regent.Api.Rules;

/// <summary>How the stages of an approval follow each other. There is one stage, so that all but the last come to the same.</summary>
internal enum ApprovalMode
{
    SingleStage,
    Serial,
    Parallel,

    /// <summary>There is no stage.</summary>
    NoApproval,
}
