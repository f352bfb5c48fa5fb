@echo off
"%~dp0python.exe" -m planner %*
