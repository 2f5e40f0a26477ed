namespace Regent.Targets.Postgres;

/// <summary>One grant of a role to a member. Since PostgreSQL 16 there can be one for each grantor.</summary>
internal readonly record struct Membership(string Grantor, bool Inherit, bool Set);
