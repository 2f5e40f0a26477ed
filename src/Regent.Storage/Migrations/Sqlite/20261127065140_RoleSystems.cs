using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regent.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RoleSystems : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            RebuildMemberships(migrationBuilder);

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

            migrationBuilder.AddColumn<string>(
                name: "system",
                table: "schedules",
                type: "TEXT",
                nullable: false,
                defaultValue: "Directory");

            migrationBuilder.AddColumn<string>(
                name: "allowed_actions",
                table: "role_definitions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "assignable_scopes",
                table: "role_definitions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "system",
                table: "role_definitions",
                type: "TEXT",
                nullable: false,
                defaultValue: "Directory");

            migrationBuilder.AddColumn<bool>(
                name: "extends_activation",
                table: "requests",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "had_contexts",
                table: "requests",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "policy_scope",
                table: "requests",
                type: "TEXT",
                nullable: false,
                defaultValue: "/");

            migrationBuilder.AddColumn<string>(
                name: "system",
                table: "requests",
                type: "TEXT",
                nullable: false,
                defaultValue: "Directory");

            migrationBuilder.AddColumn<Guid>(
                name: "target_id",
                table: "requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_role_assignable",
                table: "principals",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "notifications",
                table: "policies",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.CreateTable(
                name: "scopes",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false),
                    system = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    display_name = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: true),
                    parent_key = table.Column<string>(type: "TEXT", nullable: true),
                    sort_name = table.Column<string>(type: "TEXT", nullable: false),
                    search_text = table.Column<string>(type: "TEXT", nullable: false)
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
            RestoreMemberships(migrationBuilder);

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

        // As in PasswordLinks: rebuilt by hand, so that the migration stays one transaction. Nothing refers to this table.
        private static void RebuildMemberships(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                create table new_memberships (
                  group_id TEXT not null, member_id TEXT not null, schedule_id TEXT not null, start INTEGER not null, until INTEGER not null,
                  constraint pk_memberships primary key (group_id, member_id, schedule_id),
                  constraint fk_memberships_principals_group_id foreign key (group_id) references principals (id) on delete restrict,
                  constraint fk_memberships_principals_member_id foreign key (member_id) references principals (id) on delete restrict);
                insert into new_memberships
                  select group_id, member_id, '00000000-0000-0000-0000-000000000000', 0, 253370764800000000 from memberships;
                drop table memberships;
                alter table new_memberships rename to memberships;
                create index ix_memberships_member_id_group_id on memberships (member_id, group_id);
                create index ix_memberships_schedule_id on memberships (schedule_id);
                """);
        }

        private static void RestoreMemberships(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                create table old_memberships (
                  group_id TEXT not null, member_id TEXT not null,
                  constraint pk_memberships primary key (group_id, member_id),
                  constraint fk_memberships_principals_group_id foreign key (group_id) references principals (id) on delete restrict,
                  constraint fk_memberships_principals_member_id foreign key (member_id) references principals (id) on delete restrict);
                insert into old_memberships
                  select group_id, member_id from memberships where schedule_id = '00000000-0000-0000-0000-000000000000';
                drop table memberships;
                alter table old_memberships rename to memberships;
                create index ix_memberships_member_id_group_id on memberships (member_id, group_id);
                """);
        }
    }
}
