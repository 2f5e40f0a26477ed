using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regent.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RoleSystems : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_schedules_kind_effective_end_id",
                table: "schedules");

            migrationBuilder.DropIndex(
                name: "ix_schedules_kind_principal_sort_id",
                table: "schedules");

            migrationBuilder.DropIndex(
                name: "ix_schedules_kind_role_sort_id",
                table: "schedules");

            migrationBuilder.DropIndex(
                name: "ix_schedules_kind_start_id",
                table: "schedules");

            migrationBuilder.DropIndex(
                name: "ix_role_definitions_sort_name_id",
                table: "role_definitions");

            migrationBuilder.DropIndex(
                name: "ix_requests_principal_id_role_id_scope_kind",
                table: "requests");

            migrationBuilder.DropPrimaryKey(
                name: "pk_memberships",
                table: "memberships");

            migrationBuilder.AddColumn<string>(
                name: "system",
                table: "schedules",
                type: "text",
                nullable: false,
                defaultValue: "Directory");

            migrationBuilder.AddColumn<string>(
                name: "allowed_actions",
                table: "role_definitions",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "assignable_scopes",
                table: "role_definitions",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "system",
                table: "role_definitions",
                type: "text",
                nullable: false,
                defaultValue: "Directory");

            migrationBuilder.AddColumn<bool>(
                name: "extends_activation",
                table: "requests",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "had_contexts",
                table: "requests",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "policy_scope",
                table: "requests",
                type: "text",
                nullable: false,
                defaultValue: "/");

            migrationBuilder.AddColumn<string>(
                name: "system",
                table: "requests",
                type: "text",
                nullable: false,
                defaultValue: "Directory");

            migrationBuilder.AddColumn<Guid>(
                name: "target_id",
                table: "requests",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_role_assignable",
                table: "principals",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "notifications",
                table: "policies",
                type: "text",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<Guid>(
                name: "schedule_id",
                table: "memberships",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "start",
                table: "memberships",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "until",
                table: "memberships",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero));

            migrationBuilder.AddPrimaryKey(
                name: "pk_memberships",
                table: "memberships",
                columns: new[] { "group_id", "member_id", "schedule_id" });

            migrationBuilder.CreateTable(
                name: "scopes",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    system = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    description = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    parent_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    sort_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    search_text = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scopes", x => x.key);
                    table.ForeignKey(
                        name: "fk_scopes_scopes_parent_key",
                        column: x => x.parent_key,
                        principalTable: "scopes",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_schedules_scope_kind_effective_end",
                table: "schedules",
                columns: new[] { "scope", "kind", "effective_end" });

            migrationBuilder.CreateIndex(
                name: "ix_schedules_system_kind_effective_end_id",
                table: "schedules",
                columns: new[] { "system", "kind", "effective_end", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_schedules_system_kind_principal_sort_id",
                table: "schedules",
                columns: new[] { "system", "kind", "principal_sort", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_schedules_system_kind_role_sort_id",
                table: "schedules",
                columns: new[] { "system", "kind", "role_sort", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_schedules_system_kind_start_id",
                table: "schedules",
                columns: new[] { "system", "kind", "start", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_role_definitions_system_sort_name_id",
                table: "role_definitions",
                columns: new[] { "system", "sort_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_requests_principal_id_role_id_scope_kind",
                table: "requests",
                columns: new[] { "principal_id", "role_id", "scope", "kind" },
                unique: true,
                filter: "status in ('PendingApproval', 'PendingAdminDecision')");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_schedule_id",
                table: "memberships",
                column: "schedule_id");

            migrationBuilder.CreateIndex(
                name: "ix_scopes_parent_key_sort_name_key",
                table: "scopes",
                columns: new[] { "parent_key", "sort_name", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_scopes_system_sort_name_key",
                table: "scopes",
                columns: new[] { "system", "sort_name", "key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "scopes");

            migrationBuilder.DropIndex(
                name: "ix_schedules_scope_kind_effective_end",
                table: "schedules");

            migrationBuilder.DropIndex(
                name: "ix_schedules_system_kind_effective_end_id",
                table: "schedules");

            migrationBuilder.DropIndex(
                name: "ix_schedules_system_kind_principal_sort_id",
                table: "schedules");

            migrationBuilder.DropIndex(
                name: "ix_schedules_system_kind_role_sort_id",
                table: "schedules");

            migrationBuilder.DropIndex(
                name: "ix_schedules_system_kind_start_id",
                table: "schedules");

            migrationBuilder.DropIndex(
                name: "ix_role_definitions_system_sort_name_id",
                table: "role_definitions");

            migrationBuilder.DropIndex(
                name: "ix_requests_principal_id_role_id_scope_kind",
                table: "requests");

            migrationBuilder.DropPrimaryKey(
                name: "pk_memberships",
                table: "memberships");

            migrationBuilder.DropIndex(
                name: "ix_memberships_schedule_id",
                table: "memberships");

            migrationBuilder.DropColumn(
                name: "system",
                table: "schedules");

            migrationBuilder.DropColumn(
                name: "allowed_actions",
                table: "role_definitions");

            migrationBuilder.DropColumn(
                name: "assignable_scopes",
                table: "role_definitions");

            migrationBuilder.DropColumn(
                name: "system",
                table: "role_definitions");

            migrationBuilder.DropColumn(
                name: "extends_activation",
                table: "requests");

            migrationBuilder.DropColumn(
                name: "had_contexts",
                table: "requests");

            migrationBuilder.DropColumn(
                name: "policy_scope",
                table: "requests");

            migrationBuilder.DropColumn(
                name: "system",
                table: "requests");

            migrationBuilder.DropColumn(
                name: "target_id",
                table: "requests");

            migrationBuilder.DropColumn(
                name: "is_role_assignable",
                table: "principals");

            migrationBuilder.DropColumn(
                name: "notifications",
                table: "policies");

            migrationBuilder.DropColumn(
                name: "schedule_id",
                table: "memberships");

            migrationBuilder.DropColumn(
                name: "start",
                table: "memberships");

            migrationBuilder.DropColumn(
                name: "until",
                table: "memberships");

            migrationBuilder.AddPrimaryKey(
                name: "pk_memberships",
                table: "memberships",
                columns: new[] { "group_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_schedules_kind_effective_end_id",
                table: "schedules",
                columns: new[] { "kind", "effective_end", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_schedules_kind_principal_sort_id",
                table: "schedules",
                columns: new[] { "kind", "principal_sort", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_schedules_kind_role_sort_id",
                table: "schedules",
                columns: new[] { "kind", "role_sort", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_schedules_kind_start_id",
                table: "schedules",
                columns: new[] { "kind", "start", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_role_definitions_sort_name_id",
                table: "role_definitions",
                columns: new[] { "sort_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_requests_principal_id_role_id_scope_kind",
                table: "requests",
                columns: new[] { "principal_id", "role_id", "scope", "kind" },
                unique: true,
                filter: "status = 'PendingApproval'");
        }
    }
}
