using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regent.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AuditPlaces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_id",
                table: "audit_entries",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_scope_at_number",
                table: "audit_entries",
                columns: new[] { "scope", "at", "number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_audit_entries_id",
                table: "audit_entries");

            migrationBuilder.DropIndex(
                name: "ix_audit_entries_scope_at_number",
                table: "audit_entries");
        }
    }
}
