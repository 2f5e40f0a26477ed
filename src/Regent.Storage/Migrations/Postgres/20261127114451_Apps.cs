using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regent.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Apps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "app_id",
                table: "principals",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "apps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_principal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_public = table.Column<bool>(type: "boolean", nullable: false),
                    allows_devices = table.Column<bool>(type: "boolean", nullable: false),
                    delegated = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    granted_to_itself = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    secrets = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sort_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    application_type = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    client_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    client_secret = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    client_type = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    concurrency_token = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    consent_type = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    display_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    display_names = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    json_web_key_set = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    permissions = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    post_logout_redirect_uris = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    properties = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    redirect_uris = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    requirements = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    settings = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_apps", x => x.id);
                    table.ForeignKey(
                        name: "fk_apps_principals_service_principal_id",
                        column: x => x.service_principal_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "token_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_token_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "app_authorizations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: true),
                    concurrency_token = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    creation_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    properties = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    scopes = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    subject = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    type = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_app_authorizations", x => x.id);
                    table.ForeignKey(
                        name: "fk_app_authorizations_apps_application_id",
                        column: x => x.application_id,
                        principalTable: "apps",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "app_tokens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: true),
                    authorization_id = table.Column<Guid>(type: "uuid", nullable: true),
                    concurrency_token = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    creation_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    expiration_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    payload = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    properties = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    redemption_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reference_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    subject = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    type = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_app_tokens", x => x.id);
                    table.ForeignKey(
                        name: "fk_app_tokens_app_authorizations_authorization_id",
                        column: x => x.authorization_id,
                        principalTable: "app_authorizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_app_tokens_apps_application_id",
                        column: x => x.application_id,
                        principalTable: "apps",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_principals_app_id",
                table: "principals",
                column: "app_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_app_authorizations_application_id_subject_status_type",
                table: "app_authorizations",
                columns: new[] { "application_id", "subject", "status", "type" });

            migrationBuilder.CreateIndex(
                name: "ix_app_tokens_application_id_status",
                table: "app_tokens",
                columns: new[] { "application_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_app_tokens_authorization_id",
                table: "app_tokens",
                column: "authorization_id");

            migrationBuilder.CreateIndex(
                name: "ix_app_tokens_expiration_date",
                table: "app_tokens",
                column: "expiration_date");

            migrationBuilder.CreateIndex(
                name: "ix_app_tokens_reference_id",
                table: "app_tokens",
                column: "reference_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_apps_client_id",
                table: "apps",
                column: "client_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_apps_service_principal_id",
                table: "apps",
                column: "service_principal_id");

            migrationBuilder.CreateIndex(
                name: "ix_apps_sort_name_id",
                table: "apps",
                columns: new[] { "sort_name", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "app_tokens");

            migrationBuilder.DropTable(
                name: "token_keys");

            migrationBuilder.DropTable(
                name: "app_authorizations");

            migrationBuilder.DropTable(
                name: "apps");

            migrationBuilder.DropIndex(
                name: "ix_principals_app_id",
                table: "principals");

            migrationBuilder.DropColumn(
                name: "app_id",
                table: "principals");
        }
    }
}
