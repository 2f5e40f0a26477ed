using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regent.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ScheduleCreation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_schedules_system_kind_created_at_id",
                table: "schedules",
                columns: new[] { "system", "kind", "created_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_schedules_system_kind_created_at_id",
                table: "schedules");
        }
    }
}
